/** After the shuffle: slices of a bucket, and windows made of slices. */
package io.github.sfcrime.job.windows;
