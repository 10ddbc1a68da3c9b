/** A loader and a job that run without end, and readers of what they write. */
package io.github.sfcrime.local.chaos.pipeline;
