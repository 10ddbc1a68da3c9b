/** Groups of calls, and tables of counts per group. */
package io.github.sfcrime.job.groups;
