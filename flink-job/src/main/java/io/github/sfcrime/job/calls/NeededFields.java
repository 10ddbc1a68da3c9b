package io.github.sfcrime.job.calls;

import java.io.Serializable;

/**
 * What is read of a call beside its time, type and disposition.
 *
 * @param crimeId whether its number is
 * @param places whether the fields that say where it was are
 */
public record NeededFields(boolean crimeId, boolean places) implements Serializable {}
