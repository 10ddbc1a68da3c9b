/** A contender: the same counts with Hazelcast Jet. */
package io.github.sfcrime.benchmarks.jet;
