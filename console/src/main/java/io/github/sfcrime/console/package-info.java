/** The command that prints a topic, and its options. */
package io.github.sfcrime.console;
