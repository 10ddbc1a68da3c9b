/** What became of each input record, counted. */
package io.github.sfcrime.job.outcomes;
