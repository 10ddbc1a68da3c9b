/** The arguments of the job's two entries. */
package io.github.sfcrime.job.arguments;
