package io.github.sfcrime.job.calls;

/** Calls of one partition that go on together, in the order in which they lie there; at least one. */
public class CallBatch {

    public CallRecord[] calls = {};

    public CallBatch() {}

    public CallBatch(CallRecord... calls) {
        this.calls = calls;
    }
}
