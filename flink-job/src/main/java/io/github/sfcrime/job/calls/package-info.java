/** Calls as the job reads them: just the fields that it counts by, decoded by a plan from the writer's schema. */
package io.github.sfcrime.job.calls;
