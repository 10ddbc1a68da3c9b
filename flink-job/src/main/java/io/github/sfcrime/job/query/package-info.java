/** The queries of the job. */
package io.github.sfcrime.job.query;
