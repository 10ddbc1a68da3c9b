/** How results are printed. */
package io.github.sfcrime.cli.output;
