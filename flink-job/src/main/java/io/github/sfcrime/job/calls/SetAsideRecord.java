package io.github.sfcrime.job.calls;

/** A record that is set aside whole, with the reason why: a late record or a dead letter. */
public class SetAsideRecord {

    public SourceRecord source = new SourceRecord();
    public String reason = "";

    public SetAsideRecord() {}

    public SetAsideRecord(SourceRecord source, String reason) {
        this.source = source;
        this.reason = reason;
    }
}
