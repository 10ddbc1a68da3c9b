package io.github.sfcrime.job;

import io.github.sfcrime.cli.DurationConverter;
import io.github.sfcrime.cli.output.Titles;
import io.github.sfcrime.job.arguments.ArgumentParser;
import io.github.sfcrime.job.arguments.CommonArguments;
import io.github.sfcrime.job.arguments.PropertiesFile;
import io.github.sfcrime.job.arguments.WallClock;
import io.github.sfcrime.job.calls.CallFilter;
import io.github.sfcrime.job.files.FileContent;
import io.github.sfcrime.job.files.FileSettings;
import io.github.sfcrime.job.partials.Admission;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.time.EventTime;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job's settings, as arguments of {@code flink run}. */
@Command(
        name = "flink run sfcrime-flink-job.jar",
        customSynopsis = "flink run sfcrime-flink-job.jar [--SETTING VALUE]...",
        header =
                "Counts calls for service per window and type, disposition or place: from Kafka to Kafka and elsewhere.",
        description = "Durations are written as 5s, 10m, 1h and 7d, or as PT1H.",
        showDefaultValues = true,
        sortOptions = false)
final class JobArguments {

    private static final List<String> SINKS = List.of("kafka", "postgres", "files");

    @Mixin
    private CommonArguments common;

    @Option(
            names = "--time",
            defaultValue = "event",
            converter = Times.class,
            description = "The time of windows: event, or kafka for the time at which records were appended.")
    private TimeSource time;

    @Option(
            names = "--alignment",
            description =
                    "How far ahead of the slowest partition, in event time, others may be read, so that windows do not pile"
                            + " up (default: any distance).")
    private @Nullable Duration alignment;

    @Option(
            names = "--allowed-lateness",
            defaultValue = "0s",
            description = "How long after it was written a window still counts calls, each of which replaces its rows.")
    private Duration allowedLateness;

    @Option(names = "--types", description = "Only these types, separated by commas (default: all).")
    private @Nullable String types;

    @Option(
            names = "--from",
            converter = WallClock.class,
            description = "Only calls from this day or time on (inclusive), such as 2018-10-02 or 2018-10-02T09:00.")
    private @Nullable LocalDateTime from;

    @Option(
            names = "--to",
            converter = WallClock.class,
            description = "Only calls before this day or time (exclusive).")
    private @Nullable LocalDateTime to;

    @Option(
            names = "--deduplicate",
            description =
                    "The event time within which a crime id is counted once, at least as long as a window takes calls; costs a"
                            + " shuffle of every call (default: every record counts).")
    private @Nullable Duration deduplicate;

    @Option(
            names = "--updates",
            description =
                    "How long after a call came in later records of it are updates, which move it from one count to another, at"
                            + " least as long as a window takes calls; costs a shuffle of every call (default: every record"
                            + " is a call).")
    private @Nullable Duration updates;

    @Option(
            names = "--future-bound",
            defaultValue = "1h",
            converter = BoundReader.class,
            description =
                    "How far ahead of its record's append time a call may be dated; none for synthetic calls of years to"
                            + " come. Topics that keep the producer's time (CreateTime) have no append time, and are not"
                            + " judged.")
    private Bound futureBound;

    @Option(
            names = "--on-bad-record",
            defaultValue = "dead-letter",
            converter = BadRecords.class,
            description = "The action for a record that cannot be read or is from the future: dead-letter or fail.")
    private Admission.BadRecords onBadRecord;

    @Option(
            names = "--on-unknown-schema",
            defaultValue = "fail",
            converter = BadRecords.class,
            description =
                    "The action for a record whose schema neither this build nor the registry knows, or that is no"
                            + " call's: fail or dead-letter.")
    private Admission.BadRecords onUnknownSchema;

    @Option(
            names = "--sink",
            defaultValue = "kafka",
            description = "The sinks of rows, separated by commas: kafka, postgres, files.")
    private String sink;

    @Option(
            names = "--postgres-config",
            description = "A properties file with url, user and password, for the sink postgres.")
    private @Nullable PropertiesFile postgres;

    @Option(
            names = "--files",
            description = "The folder, by its absolute path or URI, of the Parquet files of the sink files.")
    private @Nullable String files;

    @Option(
            names = "--files-of",
            split = ",",
            defaultValue = "rows",
            converter = FileContents.class,
            description = "What there are files of, separated by commas: rows, calls, each call whole as it was read.")
    private Set<FileContent> filesOf;

    /**
     * The settings in {@code args}, and defaults for the others.
     *
     * @throws IllegalArgumentException if a setting is unknown or its value is wrong
     */
    static JobSettings parse(String... args) {
        return ArgumentParser.parse(new JobArguments(), args).settings();
    }

    private JobSettings settings() {
        return new JobSettings(
                common.kafka(),
                new EventTime(time, common.watermarkBound(), common.idleness(), alignment),
                new Admission(
                        new CallFilter(Set.copyOf(CommonArguments.list(types == null ? "" : types)), from, to),
                        onBadRecord,
                        onUnknownSchema),
                futureBound.limit(),
                deduplicate,
                new Counting(
                        common.queries(),
                        window(),
                        allowedLateness,
                        time,
                        common.radioCodes(),
                        common.top(),
                        common.goals(),
                        common.emitInterval(),
                        updates),
                common.join(),
                sinks(),
                PropertiesFile.contentOf(postgres),
                new FileSettings(files, Set.copyOf(filesOf)));
    }

    private WindowShape window() {
        Duration slide = common.slide();
        Duration cumulate = common.cumulate();
        if (slide != null && cumulate != null) {
            throw new IllegalArgumentException(
                    "slide and cumulate exclude each other: windows are hopping or cumulating");
        }
        if (slide != null) {
            return WindowShape.hopping(common.window(), slide);
        }
        return cumulate == null
                ? WindowShape.tumbling(common.window())
                : WindowShape.cumulating(common.window(), cumulate);
    }

    private List<String> sinks() {
        List<String> sinks = CommonArguments.list(sink);
        JobSettings.require(!sinks.isEmpty() && SINKS.containsAll(sinks), "sink must be among " + SINKS, sinks);
        return sinks;
    }

    /** The values of {@code --time}. */
    private static final class Times extends Titles<TimeSource> {
        Times() {
            super(TimeSource.class);
        }
    }

    /** The values of {@code --on-bad-record} and {@code --on-unknown-schema}. */
    private static final class BadRecords extends Titles<Admission.BadRecords> {
        BadRecords() {
            super(Admission.BadRecords.class);
        }
    }

    /** The values of {@code --files-of}. */
    private static final class FileContents extends Titles<FileContent> {
        FileContents() {
            super(FileContent.class);
        }
    }

    /** A duration or {@code none}. */
    private record Bound(@Nullable Duration limit) {}

    /** Reads a duration or {@code none}. */
    private static final class BoundReader implements ITypeConverter<Bound> {
        @Override
        public Bound convert(String text) {
            return new Bound(text.equals("none") ? null : new DurationConverter().convert(text));
        }
    }
}
