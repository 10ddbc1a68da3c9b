/** Behind the shuffle: slices of a bucket, and windows out of slices. */
package io.github.sfcrime.job.windows;
