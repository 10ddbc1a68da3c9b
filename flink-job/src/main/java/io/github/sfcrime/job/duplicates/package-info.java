/** Calls that are there twice. */
package io.github.sfcrime.job.duplicates;
