package io.github.sfcrime.job.outcomes;

/** By how many calls an outcome has grown, or shrunk where calls are booked from one to another. */
public class OutcomeDelta {

    public Outcome outcome = Outcome.IN;
    public long calls;

    public OutcomeDelta() {}

    public OutcomeDelta(Outcome outcome, long calls) {
        this.outcome = outcome;
        this.calls = calls;
    }
}
