/** The outcomes of input records, and their counts. */
package io.github.sfcrime.job.outcomes;
