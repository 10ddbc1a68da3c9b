/** Synthetic calls, and files of them. */
package io.github.sfcrime.loader.generate;
