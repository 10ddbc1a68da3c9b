/** After the shuffle: counts without windows, of all calls and of those that are open. */
package io.github.sfcrime.job.totals;
