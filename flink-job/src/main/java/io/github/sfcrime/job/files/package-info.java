/** Result rows as Parquet files. */
package io.github.sfcrime.job.files;
