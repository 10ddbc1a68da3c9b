package io.github.sfcrime.job.sql;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlPlanTest {

    @ParameterizedTest
    @ValueSource(strings = {"counts", "types", "top-types", "dispositions", "places", "totals"})
    void plan(String query) {
        SqlSettings settings = SqlArguments.parse("--query", query);
        System.out.println(CountCallsSql.statements(StreamExecutionEnvironment.createLocalEnvironment(2), settings)
                .explain());
    }
}
