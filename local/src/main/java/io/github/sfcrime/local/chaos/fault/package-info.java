/** The kinds of faults, how each must end, and when they happen. */
package io.github.sfcrime.local.chaos.fault;
