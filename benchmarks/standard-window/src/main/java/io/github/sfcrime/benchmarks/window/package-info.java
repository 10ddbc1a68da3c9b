/** A contender: the same counts with Flink's own keyed windows. */
package io.github.sfcrime.benchmarks.window;
