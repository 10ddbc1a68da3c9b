/** Calls from files and standard input, in every format in which they come. */
package io.github.sfcrime.loader.read;
