/** Topics as readable rows: reading, decoding and printing. */
package io.github.sfcrime.console;
