package io.github.sfcrime.job.results;

import io.github.sfcrime.job.query.Query;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Sink;

/** A system to which result rows are written. */
public interface ResultSink {

    /** Its name in settings, and a part of its operators' uids. */
    String title();

    /**
     * Creates the topics or tables, before the job starts.
     *
     * @throws IllegalArgumentException if its settings are wrong
     */
    default void prepare(Set<Query> queries) {}

    /** The sink of the query's rows. */
    Sink<ResultRow> rowsOf(Query query);
}
