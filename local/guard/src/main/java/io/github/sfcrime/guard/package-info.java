/** Keeps web pages of other sites away from Flink's REST interface, on the class path of a JobManager. */
package io.github.sfcrime.guard;
