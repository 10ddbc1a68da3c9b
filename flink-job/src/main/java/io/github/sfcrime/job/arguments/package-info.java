/** What the job's two entries have in common in reading their arguments. */
package io.github.sfcrime.job.arguments;
