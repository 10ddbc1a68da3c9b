/** What is known of an episode in which calls are unusually many. */
package io.github.sfcrime.job.alerts;
