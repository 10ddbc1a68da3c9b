/** Before the shuffle: calls are filtered, counted per slice and group, and emitted as batches per bucket. */
package io.github.sfcrime.job.partials;
