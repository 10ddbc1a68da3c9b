/** Reads the records of a topic, from a place in it to another, and decodes them. */
package io.github.sfcrime.console.topic;
