package io.github.sfcrime.job.calls;

/** Why a record can't be counted. */
public class Problem {

    /** What is wrong, for people. */
    public String text = "";

    public Kind kind = Kind.MALFORMED;

    /** What has to be changed about it. */
    public enum Kind {
        /** The record itself. */
        MALFORMED,
        /** The schema that wrote it and every other of its records. */
        UNKNOWN_SCHEMA,
        /** Nothing: its time has not come yet. */
        FROM_FUTURE
    }

    public Problem() {}

    public Problem(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }
}
