/** From the time at which a call is to be sent to the first result that counts it. */
package io.github.sfcrime.benchmarks.latency;
