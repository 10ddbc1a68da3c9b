/** A live page of the counts. */
package io.github.sfcrime.console.board;
