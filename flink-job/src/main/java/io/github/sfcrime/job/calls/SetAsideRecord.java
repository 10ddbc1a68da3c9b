package io.github.sfcrime.job.calls;

/** A record that is not counted, with the reason why. */
public class SetAsideRecord {

    public SourceRecord source = new SourceRecord();
    public String reason = "";

    public SetAsideRecord() {}

    public SetAsideRecord(SourceRecord source, String reason) {
        this.source = source;
        this.reason = reason;
    }
}
