/** Processes of this machine, and the folder that tells of them. */
package io.github.sfcrime.local.process;
