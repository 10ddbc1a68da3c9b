/** Calls as the job has them: only the fields that it counts by, in columns. */
package io.github.sfcrime.job.calls;
