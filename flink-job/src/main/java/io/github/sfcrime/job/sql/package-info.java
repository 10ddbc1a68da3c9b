/** The job's queries in Flink SQL: their scripts, the entry that runs them, and our wire format as a table format. */
package io.github.sfcrime.job.sql;
