package io.github.sfcrime.loader;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.generate.CallBursts;
import io.github.sfcrime.loader.generate.CallGenerator;
import io.github.sfcrime.loader.generate.CallStages;
import io.github.sfcrime.loader.generate.CallUpdates;
import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The options that say which calls are generated. */
final class SyntheticCalls {

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed gives the same calls (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            defaultValue = "2018-10-02T00:00",
            description = "The earliest call time, San Francisco local time (default: ${DEFAULT-VALUE}).")
    private LocalDateTime start;

    @Option(
            names = "--calls-per-hour",
            paramLabel = "N",
            defaultValue = "92",
            description = "The average number of calls per hour (default: ${DEFAULT-VALUE}).")
    private double callsPerHour;

    @Option(
            names = "--stages",
            description =
                    "Also what only newer data sets have: priority, district, neighborhood, coordinates and the times of"
                            + " a call's stages. The other fields are the same with them and without.")
    private boolean withStages;

    @Option(
            names = "--bursts",
            description =
                    "With --stages: once in 41 hours, for three hours, many calls are of one type in one district.")
    private boolean withBursts;

    @Option(
            names = "--updates",
            description =
                    "With --stages: each call as soon as it is entered, and again whenever something of it changes; that"
                            + " many records and not that many calls.")
    private boolean withUpdates;

    /** The calls, without an end. */
    Supplier<CallForService> supplier() {
        if (!(callsPerHour > 0) || callsPerHour > 1e9) {
            throw new UserErrorException("--calls-per-hour must be above 0 and at most 1e9: " + callsPerHour);
        }
        if (withBursts && !withStages) {
            throw new UserErrorException("--bursts needs --stages: they are of districts");
        }
        if (withUpdates && !withStages) {
            throw new UserErrorException("--updates needs --stages: a call changes when it comes to one");
        }
        CallGenerator calls = new CallGenerator(seed, start, callsPerHour);
        if (!withStages) {
            return calls::next;
        }
        CallStages stages = new CallStages(seed);
        Supplier<CallForService> staged = () -> {
            CallForService call = calls.next();
            stages.addTo(call);
            return call;
        };
        Supplier<CallForService> all = withBursts ? bursting(staged) : staged;
        return withUpdates ? new CallUpdates(seed, all) : all;
    }

    private Supplier<CallForService> bursting(Supplier<CallForService> calls) {
        CallBursts bursts = new CallBursts(seed, start);
        return () -> {
            CallForService call = calls.get();
            bursts.addTo(call);
            return call;
        };
    }

    /** The fields that they have. */
    List<CallField> fields() {
        if (withUpdates) {
            return CallField.WITH_UPDATES;
        }
        return withStages ? CallField.WITH_STAGES : CallField.OF_THE_FILE;
    }
}
