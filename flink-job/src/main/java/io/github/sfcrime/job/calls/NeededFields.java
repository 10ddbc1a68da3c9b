package io.github.sfcrime.job.calls;

import java.io.Serializable;

/**
 * What is read of a call beside its time, type and disposition.
 *
 * @param crimeId whether its number is
 * @param places whether the fields that say where it was are
 * @param stages whether its priority, its district and the times of its {@link Leg}s are
 */
public record NeededFields(boolean crimeId, boolean places, boolean stages) implements Serializable {

    /** Without stages. */
    public NeededFields(boolean crimeId, boolean places) {
        this(crimeId, places, false);
    }
}
