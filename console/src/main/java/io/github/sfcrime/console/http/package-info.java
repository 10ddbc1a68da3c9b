/** Pages that are served on this machine only. */
package io.github.sfcrime.console.http;
