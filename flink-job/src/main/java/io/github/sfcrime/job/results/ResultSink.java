package io.github.sfcrime.job.results;

import io.github.sfcrime.job.query.Query;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Sink;

/** A system that result rows go to. */
public interface ResultSink {

    /** What a user calls it; also what its operators are known by in savepoints. */
    String title();

    /**
     * Makes ready what is written to, before the job starts.
     *
     * @throws IllegalArgumentException if its settings cannot work
     */
    default void prepare(Set<Query> queries) {}

    /** Where the query's rows go. */
    Sink<ResultRow> rowsOf(Query query);
}
