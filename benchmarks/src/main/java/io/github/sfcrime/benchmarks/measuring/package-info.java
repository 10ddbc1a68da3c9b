/** What all benchmarks measure with, and where their figures go. */
package io.github.sfcrime.benchmarks.measuring;
