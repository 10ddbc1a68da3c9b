/** Counting in event-time windows: partial counts before the shuffle, slices behind it, windows out of slices. */
package io.github.sfcrime.job.windows;
