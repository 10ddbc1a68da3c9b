package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.arguments.ArgumentParser;
import io.github.sfcrime.job.arguments.CommonArguments;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings of the SQL entry, as arguments of {@code flink run}. */
@Command(
        name = "flink run -c io.github.sfcrime.job.sql.CountCallsSql sfcrime-flink-job.jar",
        customSynopsis =
                "flink run -c io.github.sfcrime.job.sql.CountCallsSql sfcrime-flink-job.jar [--SETTING VALUE]...",
        header = "Answers the job's queries in SQL.",
        description = "Durations are written as 5s, 10m, 1h and 7d, or as PT1H.",
        showDefaultValues = true,
        sortOptions = false)
final class SqlArguments {

    @Mixin
    private CommonArguments common;

    @Option(
            names = "--updates",
            description =
                    "How long after a call came in later records of it are updates and it can be open; for open-calls,"
                            + " which is asked alone (default: every record is a call).")
    private @Nullable Duration updates;

    /**
     * The settings in {@code args}, and defaults for the others.
     *
     * @throws IllegalArgumentException if a setting is unknown to the SQL or its value is wrong
     */
    static SqlSettings parse(String... args) {
        return ArgumentParser.parse(new SqlArguments(), args).settings();
    }

    private SqlSettings settings() {
        common.radioCodes();
        return new SqlSettings(
                common.kafka(),
                common.watermarkBound(),
                common.idleness(),
                common.queries(),
                new SqlWindow(common.window(), common.slide(), common.cumulate()),
                common.top(),
                common.goals(),
                common.emitInterval(),
                updates,
                common.join(),
                common.radioCodesFile());
    }
}
