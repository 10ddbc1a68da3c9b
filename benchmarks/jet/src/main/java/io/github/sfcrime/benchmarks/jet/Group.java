package io.github.sfcrime.benchmarks.jet;

import java.io.Serializable;

/**
 * Type and disposition.
 *
 * @param type type of the calls
 * @param disposition how they ended, the empty string where they have none
 */
record Group(String type, String disposition) implements Serializable {}
