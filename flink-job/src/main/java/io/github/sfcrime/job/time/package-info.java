/** Event time: San Francisco wall-clock time, watermarks, the windows that a time falls into and how late a call may be. */
package io.github.sfcrime.job.time;
