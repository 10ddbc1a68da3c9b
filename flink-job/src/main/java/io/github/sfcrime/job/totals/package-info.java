/** After the shuffle: running totals without windows. */
package io.github.sfcrime.job.totals;
