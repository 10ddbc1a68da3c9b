/** What a person watches: topics made readable. */
package io.github.sfcrime.console;
