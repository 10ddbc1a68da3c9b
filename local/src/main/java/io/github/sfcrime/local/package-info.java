/** One machine, no Docker: a broker and a Flink session cluster as real processes. */
package io.github.sfcrime.local;
