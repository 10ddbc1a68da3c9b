/** Calls of our own making, and files of them. */
package io.github.sfcrime.loader.generate;
