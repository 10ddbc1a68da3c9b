/** Results in PostgreSQL. */
package io.github.sfcrime.job.postgres;
