/** Which failures trying again mends, and which it does not. */
package io.github.sfcrime.job.failures;
