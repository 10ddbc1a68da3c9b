/** From counted windows to result rows. */
package io.github.sfcrime.job.results;
