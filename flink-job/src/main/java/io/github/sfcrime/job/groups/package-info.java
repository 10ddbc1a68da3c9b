/** What calls are counted by, and tables of counts per group. */
package io.github.sfcrime.job.groups;
