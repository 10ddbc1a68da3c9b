package io.github.sfcrime.job;

import io.github.sfcrime.job.arguments.Arguments;
import io.github.sfcrime.job.arguments.CommonSettings;
import io.github.sfcrime.job.calls.CallFilter;
import io.github.sfcrime.job.partials.Admission;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.time.EventTime;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the job's settings from the arguments of {@code flink run}; its errors name the setting and the value. */
final class JobArguments {

    private static final List<String> COUNTING = List.of(
            "query",
            "window",
            "slide",
            "cumulate",
            "top",
            "emit-interval",
            "time",
            "watermark-bound",
            "idleness",
            "alignment",
            "allowed-lateness",
            "types",
            "from",
            "to",
            "deduplicate",
            "future-bound",
            "on-bad-record",
            "on-unknown-schema",
            "join",
            "radio-codes",
            "sink",
            "postgres-config");

    private static final List<String> SINKS = List.of("kafka", "postgres");

    private final Arguments arguments;

    private JobArguments(Arguments arguments) {
        this.arguments = arguments;
    }

    /**
     * The settings that {@code args} give, the defaults where they are silent.
     *
     * @throws IllegalArgumentException if a setting is unknown or its value is not one
     */
    static JobSettings parse(String... args) {
        List<String> known =
                Stream.concat(CommonSettings.KAFKA.stream(), COUNTING.stream()).toList();
        return new JobArguments(new Arguments(known, CommonSettings.FLAGS, args)).settings();
    }

    private JobSettings settings() {
        return new JobSettings(
                CommonSettings.kafka(arguments),
                new EventTime(
                        arguments.oneOf("time", TimeSource.EVENT),
                        arguments.duration("watermark-bound", Duration.ofMinutes(10)),
                        arguments.duration("idleness", Duration.ofSeconds(60)),
                        arguments.duration("alignment")),
                admission(),
                futureBound(),
                arguments.duration("deduplicate"),
                counting(),
                arguments.oneOf("join", Join.LEFT),
                sinks(),
                arguments.properties("postgres-config"));
    }

    private Admission admission() {
        return new Admission(
                new CallFilter(Set.copyOf(arguments.list("types", "")), arguments.time("from"), arguments.time("to")),
                arguments.oneOf("on-bad-record", Admission.BadRecords.DEAD_LETTER),
                arguments.oneOf("on-unknown-schema", Admission.BadRecords.FAIL));
    }

    private @Nullable Duration futureBound() {
        return arguments.text("future-bound", "").equals("none")
                ? null
                : arguments.duration("future-bound", Duration.ofHours(1));
    }

    private Counting counting() {
        return new Counting(
                CommonSettings.queries(arguments),
                window(),
                arguments.duration("allowed-lateness", Duration.ZERO),
                arguments.oneOf("time", TimeSource.EVENT),
                CommonSettings.radioCodes(arguments),
                arguments.number("top", 10),
                arguments.duration("emit-interval", Duration.ofSeconds(1)));
    }

    private WindowShape window() {
        Duration size = arguments.duration("window", Duration.ofHours(1));
        if (arguments.has("slide") && arguments.has("cumulate")) {
            throw new IllegalArgumentException("slide and cumulate exclude each other: a window hops or it grows");
        }
        if (arguments.has("slide")) {
            return WindowShape.hopping(size, arguments.duration("slide", size));
        }
        if (arguments.has("cumulate")) {
            return WindowShape.cumulating(size, arguments.duration("cumulate", size));
        }
        return WindowShape.tumbling(size);
    }

    private List<String> sinks() {
        List<String> sinks = arguments.list("sink", "kafka");
        JobSettings.require(
                !sinks.isEmpty() && SINKS.containsAll(sinks), "sink must be one or both of " + SINKS, sinks);
        return sinks;
    }
}
