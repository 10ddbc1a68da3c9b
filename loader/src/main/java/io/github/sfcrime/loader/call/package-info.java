/** Calls on their way from a source to a topic: as text, converted, encoded; and what is wrong with them. */
package io.github.sfcrime.loader.call;
