/** The job's questions in Flink SQL: their scripts, the program that runs them, and our wire format as a table format. */
package io.github.sfcrime.job.sql;
