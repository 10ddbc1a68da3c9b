/** Result rows, and calls themselves, as Parquet files. */
package io.github.sfcrime.job.files;
