/** The questions that the job answers. */
package io.github.sfcrime.job.query;
