/** Duplicate calls. */
package io.github.sfcrime.job.duplicates;
