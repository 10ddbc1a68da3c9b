package io.github.sfcrime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sfcrime.schemas.RadioCodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Counts calls per hour, type and disposition in a map: what the whole system must arrive at. */
final class PlainCount {

    /** The part of a call that is counted; the empty disposition is none. */
    record Call(LocalDateTime time, String type, String disposition) {}

    private record Group(LocalDateTime hour, String type, String disposition) {}

    private PlainCount() {}

    /** The calls of a gzipped JSON array. */
    static List<Call> read(Path file) throws IOException {
        List<Call> calls = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            for (JsonNode call : new JsonMapper().readTree(in)) {
                calls.add(new Call(
                        LocalDateTime.parse(call.path("call_date_time").asText()),
                        call.path("original_crime_type_name").asText(),
                        call.path("disposition").asText()));
            }
        }
        return calls;
    }

    /** The result rows as JSON, in the order of their text. */
    static List<String> rows(List<Call> calls) {
        Map<Group, Long> counts = new HashMap<>();
        for (Call call : calls) {
            counts.merge(
                    new Group(call.time().truncatedTo(ChronoUnit.HOURS), call.type(), call.disposition()),
                    1L,
                    Long::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .sorted()
                .toList();
    }

    private static String row(Group group, long count) {
        String disposition = group.disposition().isEmpty() ? null : group.disposition();
        ObjectNode row = new JsonMapper().createObjectNode();
        row.put("window_start", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(group.hour()));
        row.put(
                "window_end",
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(group.hour().plusHours(1)));
        row.put("original_crime_type_name", group.type());
        row.put("disposition", disposition);
        row.put("description", disposition == null ? null : RadioCodes.builtIn().get(disposition));
        row.put("count", count);
        return row.toString();
    }
}
