/** Before the shuffle: calls are admitted, counted per slice and group, and handed on as batches per bucket. */
package io.github.sfcrime.job.partials;
