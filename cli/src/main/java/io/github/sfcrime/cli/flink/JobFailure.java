package io.github.sfcrime.cli.flink;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Why a job failed, as Flink's REST interface has it, once it shows the latest failure. */
final class JobFailure {

    private static final long ASKED_EVERY_MILLIS = 200;
    private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED");

    /** Failures of ours say more than what they are caused by. */
    private static final String OURS = "io.github.sfcrime.";

    private static final String CAUSE = "Caused by: ";
    private static final int LONGEST_REASON = 1000;

    private final FlinkRest rest;
    private final String jobId;
    private final Duration shownWithin;

    /** @param shownWithin how long after the end of a job Flink may not show why it ended */
    JobFailure(FlinkRest rest, String jobId, Duration shownWithin) {
        this.rest = rest;
        this.jobId = jobId;
        this.shownWithin = shownWithin;
    }

    /** What this system says of it, else its innermost cause. */
    String inOneLine() {
        List<String> lines =
                latest().path("stacktrace").asText().lines().map(String::strip).toList();
        List<String> causes = lines.stream()
                .filter(line -> line.startsWith(CAUSE))
                .map(line -> line.substring(CAUSE.length()))
                .toList();
        String cause = Stream.concat(lines.stream().limit(1), causes.stream())
                .filter(line -> line.startsWith(OURS))
                .reduce((outer, inner) -> inner)
                .orElse(causes.isEmpty() ? first(lines) : causes.get(causes.size() - 1));
        return cause.substring(0, Math.min(cause.length(), LONGEST_REASON));
    }

    private static String first(List<String> lines) {
        return lines.isEmpty() ? "no reason was given" : lines.get(0);
    }

    private JsonNode latest() {
        long deadline = System.nanoTime() + shownWithin.toNanos();
        boolean asItIs = isShownAsItIs();
        JsonNode latest = shown();
        while ((!asItIs || latest.isMissingNode()) && System.nanoTime() < deadline) {
            pause();
            asItIs = isShownAsItIs();
            latest = shown();
        }
        return latest;
    }

    /** Of a job that has ended Flink may still show what it was before, with the failures that it had until then. */
    private boolean isShownAsItIs() {
        String state = rest.jobState(jobId);
        return !ENDED.contains(state)
                || state.equals(rest.get("/jobs/" + jobId).path("state").asText());
    }

    private JsonNode shown() {
        return rest.get("/jobs/" + jobId + "/exceptions")
                .path("exceptionHistory")
                .path("entries")
                .path(0);
    }

    private void pause() {
        try {
            Thread.sleep(ASKED_EVERY_MILLIS);
        } catch (InterruptedException e) {
            throw rest.interrupted();
        }
    }
}
