package io.github.sfcrime.loader;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/**
 * How long the steps of a load took, in seconds.
 *
 * @param parse reading, converting and encoding; 0 where calls are sent as they are read
 * @param sort putting runs of calls in order and spilling them
 * @param send merging the runs and sending, until all is acknowledged; reading too where that goes hand in hand
 */
record StepTimes(double parse, double sort, double send) {

    double total() {
        return parse + sort + send;
    }

    /** {@code 12.3 s}, and the times of the steps where there is more than one. */
    String asText() {
        return parse == 0
                ? String.format(Locale.ROOT, "%.1f s", send)
                : String.format(Locale.ROOT, "%.1f s (parse %.1f, sort %.1f, send %.1f)", total(), parse, sort, send);
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeNumberField("seconds", rounded(total()));
        json.writeNumberField("parse_seconds", rounded(parse));
        json.writeNumberField("sort_seconds", rounded(sort));
        json.writeNumberField("send_seconds", rounded(send));
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
