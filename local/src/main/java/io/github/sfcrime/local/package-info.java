/** The commands for the stack of this machine. */
package io.github.sfcrime.local;
