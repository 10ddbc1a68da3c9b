/** The counts, live, on a page. */
package io.github.sfcrime.console.board;
