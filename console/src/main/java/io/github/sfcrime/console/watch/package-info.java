/** Passes rows of results on as they come. */
package io.github.sfcrime.console.watch;
