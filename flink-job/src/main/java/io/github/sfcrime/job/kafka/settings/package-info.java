/** Which cluster and topics are used and how, what is checked of them before the job starts, and where reading starts. */
package io.github.sfcrime.job.kafka.settings;
