package io.github.sfcrime.benchmarks.spark;

import org.apache.spark.sql.streaming.StreamingQueryListener;

/** Prints how many calls have been counted, after each batch. */
final class PrintProgress extends StreamingQueryListener {

    private long records;

    @Override
    public void onQueryStarted(QueryStartedEvent event) {}

    @Override
    public void onQueryProgress(QueryProgressEvent event) {
        records += event.progress().numInputRows();
        System.out.println("records " + records);
    }

    @Override
    public void onQueryTerminated(QueryTerminatedEvent event) {}
}
