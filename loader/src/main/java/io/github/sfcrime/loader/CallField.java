package io.github.sfcrime.loader;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of a call for service, as the city's exports name it. */
enum CallField {
    CRIME_ID,
    ORIGINAL_CRIME_TYPE_NAME,
    REPORT_DATE,
    CALL_DATE,
    OFFENSE_DATE,
    CALL_TIME,
    CALL_DATE_TIME,
    DISPOSITION,
    ADDRESS,
    CITY,
    STATE,
    AGENCY_ID,
    ADDRESS_TYPE,
    COMMON_LOCATION;

    /** All of them, in the order of the city's file. */
    static final List<CallField> ALL = List.of(values());

    /** Those without which a record is no call. */
    static final List<CallField> REQUIRED = List.of(CRIME_ID, ORIGINAL_CRIME_TYPE_NAME, CALL_DATE_TIME);

    private static final Map<String, CallField> BY_NAME = new HashMap<>();

    static {
        for (CallField field : ALL) {
            BY_NAME.put(field.key(), field);
        }
    }

    /** Its name as a JSON key, {@code crime_id}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name as a heading of the portal's CSV, {@code Crime Id}. */
    String heading() {
        StringBuilder heading = new StringBuilder();
        for (String word : key().split("_", -1)) {
            heading.append(heading.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word, 1, word.length());
        }
        return heading.toString();
    }

    /** The field with that JSON key, or null. */
    static @Nullable CallField ofKey(String key) {
        return BY_NAME.get(key);
    }

    /** The field with that CSV heading in either style, whatever its case, or null. */
    static @Nullable CallField ofHeading(String heading) {
        return BY_NAME.get(heading.strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
    }
}
