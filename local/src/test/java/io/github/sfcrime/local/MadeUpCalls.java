package io.github.sfcrime.local;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Calls for a test, in no order at all.
 *
 * @param calls type, disposition and time of each
 */
record MadeUpCalls(List<PlainCount.Call> calls) {

    private static final LocalDateTime FIRST = LocalDateTime.of(2018, 11, 3, 20, 0);
    private static final List<String> TYPES = List.of("Passing Call", "Traffic Stop", "Fight \"No\" Weapon", "22500e");
    private static final List<String> DISPOSITIONS = List.of("HAN", "22", "CAN", "Not recorded", "");

    /** The same calls every time, over a few days. */
    static MadeUpCalls of(int number) {
        Random random = new Random(42);
        List<PlainCount.Call> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            calls.add(new PlainCount.Call(
                    FIRST.plusMinutes(random.nextInt(4 * 24 * 60)),
                    TYPES.get(random.nextInt(TYPES.size())),
                    DISPOSITIONS.get(random.nextInt(DISPOSITIONS.size()))));
        }
        return new MadeUpCalls(calls);
    }

    /** Writes them as the city publishes them. */
    void write(Path file) throws IOException {
        try (JsonGenerator json = new JsonMapper().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.writeStartArray();
            for (int i = 0; i < calls.size(); i++) {
                write(183_060_001L + i, calls.get(i), json);
            }
            json.writeEndArray();
        }
    }

    private static void write(long id, PlainCount.Call call, JsonGenerator json) throws IOException {
        String date = call.time().toLocalDate() + "T00:00:00";
        json.writeStartObject();
        json.writeStringField("crime_id", Long.toString(id));
        json.writeStringField("original_crime_type_name", call.type());
        for (String field : List.of("report_date", "call_date", "offense_date")) {
            json.writeStringField(field, date);
        }
        json.writeStringField("call_time", DateTimeFormatter.ofPattern("HH:mm").format(call.time()));
        json.writeStringField("call_date_time", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(call.time()));
        json.writeStringField("disposition", call.disposition());
        for (String field : List.of("address", "city", "state", "agency_id", "address_type", "common_location")) {
            json.writeStringField(field, field.equals("agency_id") ? "1" : "");
        }
        json.writeEndObject();
    }
}
