package io.github.sfcrime.local.chaos.fault;

import java.time.Duration;

/**
 * A fault of a schedule.
 *
 * @param number of the round, from 1
 * @param kind what happens
 * @param which chooses among targets of one kind
 * @param after how long the pipeline runs undisturbed before
 * @param lasting how long it lasts, where it does
 */
public record PlannedFault(int number, FaultKind kind, int which, Duration after, Duration lasting) {

    /** One of so many, from 0. */
    public int oneOf(int targets) {
        return which % targets;
    }

    public String describe() {
        return "%d. after %d s: %s, choice %d, lasting %d s"
                .formatted(number, after.toSeconds(), kind, which, lasting.toSeconds());
    }
}
