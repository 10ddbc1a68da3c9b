/** Records of calls that were read before: dropped as duplicates, or followed as updates. */
package io.github.sfcrime.job.repeats;
