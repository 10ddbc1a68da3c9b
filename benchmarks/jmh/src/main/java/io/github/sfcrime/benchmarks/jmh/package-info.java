/** What single steps of the job cost, measured with JMH. */
package io.github.sfcrime.benchmarks.jmh;
