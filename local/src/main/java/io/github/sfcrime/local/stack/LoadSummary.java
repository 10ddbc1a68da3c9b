package io.github.sfcrime.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The summary that the loader prints.
 *
 * @param exitCode its exit code
 * @param read records that it found
 * @param sent records that are in Kafka
 * @param rejected records that are no valid calls
 * @param seconds how long it took
 * @param parseSeconds how long reading and converting took
 * @param sortSeconds how long sorting took
 * @param sendSeconds how long sending took
 */
public record LoadSummary(
        int exitCode,
        long read,
        long sent,
        long rejected,
        double seconds,
        double parseSeconds,
        double sortSeconds,
        double sendSeconds) {

    /** Parses the output of {@code --summary json}, which is empty if the loader failed before it began. */
    static LoadSummary parse(int exitCode, List<String> output) throws IOException {
        JsonNode summary = new JsonMapper().readTree(output.isEmpty() ? "{}" : output.get(output.size() - 1));
        return new LoadSummary(
                exitCode,
                summary.path("read").asLong(),
                summary.path("sent").asLong(),
                summary.path("rejected").asLong(),
                summary.path("seconds").asDouble(),
                summary.path("parse_seconds").asDouble(),
                summary.path("sort_seconds").asDouble(),
                summary.path("send_seconds").asDouble());
    }

    public boolean addsUp() {
        return read == sent + rejected;
    }

    public String describe() {
        return String.format(
                Locale.ROOT,
                "%,d read %s %,d sent + %,d rejected, in %.1f s",
                read,
                addsUp() ? "=" : "is not",
                sent,
                rejected,
                seconds);
    }
}
