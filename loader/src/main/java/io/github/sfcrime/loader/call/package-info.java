/** Calls between source and topic: as text, converted, encoded; and what is wrong with them. */
package io.github.sfcrime.loader.call;
