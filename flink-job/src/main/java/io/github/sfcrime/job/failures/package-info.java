/** Failures: which a retry or a restart can resolve, and which it cannot. */
package io.github.sfcrime.job.failures;
