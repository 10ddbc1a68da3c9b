/** What a call costs as work grows. */
package io.github.sfcrime.benchmarks.scale;
