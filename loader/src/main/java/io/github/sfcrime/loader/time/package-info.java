/** Dates and times as exports write them. */
package io.github.sfcrime.loader.time;
