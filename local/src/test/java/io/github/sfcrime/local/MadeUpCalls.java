package io.github.sfcrime.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<Map<String, String>> records = new ArrayList<>();
        for (PlainCount.Call call : calls) {
            records.add(record(183_060_001L + records.size(), call));
        }
        new JsonMapper().writeValue(file.toFile(), records);
    }

    private static Map<String, String> record(long id, PlainCount.Call call) {
        String date = call.time().toLocalDate() + "T00:00:00";
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("crime_id", Long.toString(id));
        fields.put("original_crime_type_name", call.type());
        fields.put("report_date", date);
        fields.put("call_date", date);
        fields.put("offense_date", date);
        fields.put("call_time", DateTimeFormatter.ofPattern("HH:mm").format(call.time()));
        fields.put("call_date_time", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(call.time()));
        fields.put("disposition", call.disposition());
        fields.put("agency_id", "1");
        for (String field : List.of("address", "city", "state", "address_type", "common_location")) {
            fields.put(field, "");
        }
        return fields;
    }
}
