/** The kinds of faults, when they happen, and what brings them about. */
package io.github.sfcrime.local.chaos.fault;
