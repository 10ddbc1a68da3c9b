/** Serialization of state in versioned layouts. */
package io.github.sfcrime.job.layouts;
