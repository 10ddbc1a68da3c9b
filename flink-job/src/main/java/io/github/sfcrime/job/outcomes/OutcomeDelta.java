package io.github.sfcrime.job.outcomes;

/** A change of an outcome's count; negative where records move to another outcome. */
public class OutcomeDelta {

    public Outcome outcome = Outcome.IN;
    public long calls;

    public OutcomeDelta() {}

    public OutcomeDelta(Outcome outcome, long calls) {
        this.outcome = outcome;
        this.calls = calls;
    }
}
