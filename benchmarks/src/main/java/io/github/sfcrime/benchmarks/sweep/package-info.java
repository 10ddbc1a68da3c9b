/** The job under combinations of settings. */
package io.github.sfcrime.benchmarks.sweep;
