/** How long calls take: the bins that times are counted in, and what is read out of them. */
package io.github.sfcrime.job.legs;
