package io.github.sfcrime.job.unusual;

/** A change of how many groups are judged in each window. */
public class JudgedGroups {

    /** The end of the last window before the change. */
    public long after;

    /** How many there are more; below 0 where there are fewer. */
    public long more;

    /** For Flink, which sets the fields. */
    public JudgedGroups() {}

    JudgedGroups(long after, long more) {
        this.after = after;
        this.more = more;
    }
}
