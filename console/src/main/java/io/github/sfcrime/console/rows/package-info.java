/** Records as rows that a person can read, and their text as JSON, CSV or a table. */
package io.github.sfcrime.console.rows;
