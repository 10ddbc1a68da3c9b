package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.arguments.Arguments;
import io.github.sfcrime.job.arguments.CommonSettings;
import io.github.sfcrime.job.results.Join;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Reads the settings of the SQL from the arguments of {@code flink run}; its errors name the setting and the value. */
final class SqlArguments {

    private static final List<String> COUNTING = List.of(
            "query",
            "window",
            "slide",
            "cumulate",
            "top",
            "emit-interval",
            "watermark-bound",
            "idleness",
            "join",
            "radio-codes");

    private SqlArguments() {}

    /**
     * The settings that {@code args} give, the defaults where they are silent.
     *
     * @throws IllegalArgumentException if a setting is unknown to the SQL or its value is not one
     */
    static SqlSettings parse(String... args) {
        List<String> known =
                Stream.concat(CommonSettings.KAFKA.stream(), COUNTING.stream()).toList();
        Arguments arguments = new Arguments(known, CommonSettings.FLAGS, args);
        CommonSettings.radioCodes(arguments);
        return new SqlSettings(
                CommonSettings.kafka(arguments),
                arguments.duration("watermark-bound", Duration.ofMinutes(10)),
                arguments.duration("idleness", Duration.ofSeconds(60)),
                CommonSettings.queries(arguments),
                new SqlWindow(
                        arguments.duration("window", Duration.ofHours(1)),
                        arguments.duration("slide"),
                        arguments.duration("cumulate")),
                arguments.number("top", 10),
                arguments.duration("emit-interval", Duration.ofSeconds(1)),
                arguments.oneOf("join", Join.LEFT),
                arguments.text("radio-codes"));
    }
}
