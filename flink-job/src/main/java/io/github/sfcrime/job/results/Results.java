package io.github.sfcrime.job.results;

import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.windows.GroupCount;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From counts to the rows that users read. */
public final class Results {

    private Results() {}

    /** The query's rows, dispositions spelled out; {@code descriptions} go by radio code. */
    public static SingleOutputStreamOperator<ResultRow> of(
            SingleOutputStreamOperator<GroupCount> counts, Query query, Map<String, String> descriptions, Join join) {
        return counts.flatMap(new NameResults(query, descriptions, join))
                .returns(ResultRow.class)
                .name("Spell out " + query.title())
                .uid("spell-out-" + query.title());
    }
}
