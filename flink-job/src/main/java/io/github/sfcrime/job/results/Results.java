package io.github.sfcrime.job.results;

import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.query.Query;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From counts to result rows. */
public final class Results {

    private Results() {}

    /** The query's rows, joined with the radio codes; {@code descriptions} go by radio code. */
    public static SingleOutputStreamOperator<ResultRow> of(
            SingleOutputStreamOperator<GroupCount> counts, Query query, Map<String, String> descriptions, Join join) {
        return counts.flatMap(new JoinRadioCodes(query, descriptions, join))
                .returns(ResultRow.class)
                .name("Join radio codes of " + query.title())
                .uid("join-radio-codes-" + query.title())
                .setParallelism(counts.getParallelism());
    }
}
