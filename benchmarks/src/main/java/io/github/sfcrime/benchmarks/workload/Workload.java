package io.github.sfcrime.benchmarks.workload;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The calls that contenders count, and how they lie in Kafka.
 *
 * @param name what it is called in reports
 * @param records how many calls
 * @param callsPerHour how many there are in an hour of event time on average
 * @param start when the first may come in, San Francisco wall-clock time
 * @param seed what tells one such workload from another
 * @param types how many types of calls there are, 0 for the city's own
 * @param skew exponent of the types' frequencies by rank, where {@code types} is not 0
 * @param partitions how many partitions their topic has
 * @param compression how producers compress them, as Kafka names it
 * @param order in which calls lie in their topic
 * @param partitionsApart how much later the calls of each partition are than those of the one before
 * @param watermarkBound how far watermarks trail
 * @param query what they are counted by
 * @param windows which windows they are counted in, where the query has any
 * @param emitInterval how often a total is written at most
 */
public record Workload(
        String name,
        long records,
        double callsPerHour,
        LocalDateTime start,
        long seed,
        int types,
        double skew,
        int partitions,
        String compression,
        Order order,
        Duration partitionsApart,
        Duration watermarkBound,
        Query query,
        Windows windows,
        Duration emitInterval) {

    private static final Set<String> KEYS = Set.of(
            "records",
            "calls-per-hour",
            "start",
            "seed",
            "types",
            "skew",
            "partitions",
            "compression",
            "order",
            "partitions-apart",
            "watermark-bound",
            "query",
            "emit-interval");

    public Workload {
        require(records > 0, "records must be at least 1", records);
        require(
                callsPerHour > 0 && callsPerHour <= 1e9,
                "calls-per-hour must be above 0 and at most 1e9",
                callsPerHour);
        require(types >= 0, "types must not be negative", types);
        require(skew >= 0, "skew must not be negative", skew);
        require(partitions > 0, "partitions must be at least 1", partitions);
        require(!partitionsApart.isNegative(), "partitions-apart must not be negative", partitionsApart);
        require(!watermarkBound.isNegative(), "watermark-bound must not be negative", watermarkBound);
        require(!emitInterval.isNegative(), "emit-interval must not be negative", emitInterval);
    }

    /** The workload of a file of benchmarks/workloads without its ending, or of a path that ends in .properties. */
    public static Workload named(String name, Checkout checkout) {
        Path folder = checkout.root().resolve("benchmarks/workloads");
        Path file = name.endsWith(".properties") ? Path.of(name) : folder.resolve(name + ".properties");
        if (!Files.isRegularFile(file)) {
            throw new UserErrorException("there is no workload " + name + ": see the files in " + folder);
        }
        return read(file);
    }

    /** The workload that a properties file describes, named like the file. */
    static Workload read(Path file) {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UserErrorException("cannot read the workload " + file + ": " + e.getMessage());
        }
        Set<String> unknown = new TreeSet<>(settings.stringPropertyNames());
        unknown.removeAll(KEYS);
        try {
            require(unknown.isEmpty(), "there are no such settings", unknown);
            return parse(file.getFileName().toString().replaceAll("\\.properties$", ""), settings);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UserErrorException("cannot use the workload " + file + ": " + e.getMessage());
        }
    }

    private static Workload parse(String name, Properties settings) {
        return new Workload(
                name,
                Long.parseLong(settings.getProperty("records", "1000000")),
                Double.parseDouble(settings.getProperty("calls-per-hour", "92")),
                LocalDateTime.parse(settings.getProperty("start", "2018-10-02T00:00")),
                Long.parseLong(settings.getProperty("seed", "1")),
                Integer.parseInt(settings.getProperty("types", "0")),
                Double.parseDouble(settings.getProperty("skew", "1")),
                Integer.parseInt(settings.getProperty("partitions", "4")),
                settings.getProperty("compression", "lz4"),
                Order.named(settings.getProperty("order", "event-time")),
                Duration.parse(settings.getProperty("partitions-apart", "PT0S")),
                Duration.parse(settings.getProperty("watermark-bound", "PT10M")),
                Query.named(settings.getProperty("query", "counts")),
                Windows.HOURS,
                Duration.parse(settings.getProperty("emit-interval", "PT1S")));
    }

    /** The same calls, but that many. */
    public Workload withRecords(long otherRecords) {
        return with(otherRecords, callsPerHour, start, seed, types, windows);
    }

    /** The same, but with that many types of calls. */
    public Workload withTypes(int otherTypes) {
        return with(records, callsPerHour, start, seed, otherTypes, windows);
    }

    /** The same, but counted in other windows. */
    public Workload withWindows(Windows others) {
        return with(records, callsPerHour, start, seed, types, others);
    }

    /** What one partition holds, where partitions are apart in event time. */
    Workload ofPartition(int partition) {
        long its = records / partitions + (partition < records % partitions ? 1 : 0);
        return with(
                Math.max(its, 1),
                callsPerHour / partitions,
                start.plus(partitionsApart.multipliedBy(partition)),
                seed + partition,
                types,
                windows);
    }

    private Workload with(
            long otherRecords,
            double otherCallsPerHour,
            LocalDateTime otherStart,
            long otherSeed,
            int otherTypes,
            Windows otherWindows) {
        return new Workload(
                name,
                otherRecords,
                otherCallsPerHour,
                otherStart,
                otherSeed,
                otherTypes,
                skew,
                partitions,
                compression,
                order,
                partitionsApart,
                watermarkBound,
                query,
                otherWindows,
                emitInterval);
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
