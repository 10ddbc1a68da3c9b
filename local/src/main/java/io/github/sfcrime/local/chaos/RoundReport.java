package io.github.sfcrime.local.chaos;

import io.github.sfcrime.local.chaos.fault.Outcome;
import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.injection.Injection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What became of one fault.
 *
 * @param planned the fault
 * @param target what was hit
 * @param recovery from its beginning to the first committed row after the longest silence that followed
 * @param in records that came into the topic of calls meanwhile
 * @param out rows that were committed meanwhile
 * @param differences what was not as it must be
 * @param ended how it ended
 * @param asDeclared whether that is what its kind declares
 */
record RoundReport(
        PlannedFault planned,
        String target,
        Duration recovery,
        long in,
        long out,
        List<String> differences,
        String ended,
        boolean asDeclared) {

    RoundReport {
        differences = List.copyOf(differences);
    }

    /**
     * What a round of that kind has led to, if the job has not ended.
     *
     * @param declared how it must end
     */
    static RoundReport caughtUp(
            PlannedFault planned,
            Outcome declared,
            String target,
            Duration recovery,
            long in,
            long out,
            List<String> differences) {
        boolean exact = differences.isEmpty();
        return new RoundReport(
                planned,
                target,
                recovery,
                in,
                out,
                differences,
                exact ? Outcome.EXACT.toString() : "NOT EXACT",
                exact && declared == Outcome.EXACT);
    }

    /** The same where the job has ended, or something else that was waited for did not come about. */
    static RoundReport stopped(PlannedFault planned, Outcome declared, String target, String reason) {
        boolean asDeclared =
                declared == Outcome.LOUD_STOP && Injection.of(planned.kind()).isNamedBy(reason);
        return new RoundReport(
                planned,
                target,
                Duration.ZERO,
                0,
                0,
                List.of(),
                (asDeclared ? Outcome.LOUD_STOP.toString() : "FAILED") + ": " + reason,
                asDeclared);
    }

    double recoverySeconds() {
        return recovery.toMillis() / 1000.0;
    }

    /** A line of the report's table. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%3d  %-21s  %-34s  %10.1f  %8d  %8d  %10d  %s",
                planned.number(),
                planned.kind(),
                target.length() <= 34 ? target : target.substring(0, 31) + "...",
                recoverySeconds(),
                in,
                out,
                differences.size(),
                ended);
    }
}
