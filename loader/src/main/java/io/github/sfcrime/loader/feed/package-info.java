/** Calls from the city's open-data feed. */
package io.github.sfcrime.loader.feed;
