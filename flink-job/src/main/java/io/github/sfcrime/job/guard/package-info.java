/** Guards against restoring state with settings under which it means something else. */
package io.github.sfcrime.job.guard;
