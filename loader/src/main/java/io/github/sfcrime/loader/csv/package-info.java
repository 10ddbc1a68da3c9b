/** Calls from CSV: delimiter and heading, rows and their quotes. */
package io.github.sfcrime.loader.csv;
