/** Calls as the job reads them: only the fields that it uses, decoded by a plan made from the writer's schema. */
package io.github.sfcrime.job.calls;
