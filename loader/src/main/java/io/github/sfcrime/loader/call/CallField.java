package io.github.sfcrime.loader.call;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of a call for service, as the city's exports name it in one data set or another. */
public enum CallField {
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
    COMMON_LOCATION,
    ENTRY_DATE_TIME,
    DISPATCH_DATE_TIME,
    ENROUTE_DATE_TIME,
    ONSCENE_DATE_TIME,
    CLOSE_DATE_TIME,
    ANALYSIS_NEIGHBORHOOD,
    POLICE_DISTRICT,
    PRIORITY,
    LAST_UPDATE_DATE_TIME,
    LONGITUDE,
    LATITUDE,
    /** The replacement of the original type where a source does not have that. */
    CALL_TYPE_FINAL_DESC,
    /** Both coordinates in one: {@code POINT (-122.4194 37.7749)}. */
    INTERSECTION_POINT;

    /** All of them. */
    public static final List<CallField> ALL = List.of(values());

    /** The fields of the city's file, in its order; only newer data sets have the others. */
    public static final List<CallField> OF_THE_FILE = ALL.subList(0, ALL.indexOf(ENTRY_DATE_TIME));

    /** The fields of calls that change too. */
    public static final List<CallField> WITH_UPDATES = ALL.subList(0, ALL.indexOf(CALL_TYPE_FINAL_DESC));

    /** The fields of the newer data sets of closed calls too. */
    public static final List<CallField> WITH_STAGES = WITH_UPDATES.stream()
            .filter(field -> field != LAST_UPDATE_DATE_TIME)
            .toList();

    /** The required fields. */
    public static final List<CallField> REQUIRED = List.of(CRIME_ID, ORIGINAL_CRIME_TYPE_NAME, CALL_DATE_TIME);

    private static final int LONGEST_NAME = 60;
    private static final Map<String, CallField> BY_NAME = new HashMap<>();

    static {
        for (CallField field : ALL) {
            BY_NAME.put(field.key(), field);
        }
        // What the city's API and its newer data sets call them.
        BY_NAME.put("original_crimetype_name", ORIGINAL_CRIME_TYPE_NAME);
        BY_NAME.put("call_dttm", CALL_DATE_TIME);
        BY_NAME.put("cad_number", CRIME_ID);
        BY_NAME.put("call_type_original_desc", ORIGINAL_CRIME_TYPE_NAME);
        BY_NAME.put("received_datetime", CALL_DATE_TIME);
        BY_NAME.put("intersection_name", ADDRESS);
        BY_NAME.put("entry_datetime", ENTRY_DATE_TIME);
        BY_NAME.put("dispatch_datetime", DISPATCH_DATE_TIME);
        BY_NAME.put("enroute_datetime", ENROUTE_DATE_TIME);
        BY_NAME.put("onscene_datetime", ONSCENE_DATE_TIME);
        BY_NAME.put("close_datetime", CLOSE_DATE_TIME);
        BY_NAME.put("priority_final", PRIORITY);
        BY_NAME.put("call_last_updated_at", LAST_UPDATE_DATE_TIME);
        BY_NAME.put("data_updated_at", LAST_UPDATE_DATE_TIME);
        BY_NAME.put("lon", LONGITUDE);
        BY_NAME.put("lng", LONGITUDE);
        BY_NAME.put("lat", LATITUDE);
        // As databases fold names that they were given in capitals.
        Map.copyOf(BY_NAME).forEach((name, field) -> BY_NAME.put(letters(name), field));
    }

    /** Its name as a JSON key, {@code crime_id}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name as a heading of the portal's CSV, {@code Crime Id}. */
    public String heading() {
        StringBuilder heading = new StringBuilder();
        for (String word : key().split("_", -1)) {
            heading.append(heading.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word, 1, word.length());
        }
        return heading.toString();
    }

    /** The field of that name, whether it is a key or a heading and whatever its case, or null. */
    public static @Nullable CallField named(String name) {
        CallField field = BY_NAME.get(name);
        if (field != null || isKey(name) || name.length() > LONGEST_NAME) {
            return field;
        }
        // Also Crime Id, crime-id, crimeId, Call Date/Time, and calls.crime_id as Hive writes it.
        return BY_NAME.get(letters(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static String letters(String name) {
        return name.replaceAll("[\\s\u00A0_/-]+", "").toLowerCase(Locale.ROOT);
    }

    /** Whether the name has the form of a key, so that no other form need be tried. */
    private static boolean isKey(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is required, or the replacement of a required one. */
    public boolean isTelling() {
        return REQUIRED.contains(this) || this == CALL_TYPE_FINAL_DESC;
    }

    /** Whether these, some of which may be null, include all required fields. */
    public static boolean makeACall(List<@Nullable CallField> fields) {
        return missing(fields).isEmpty();
    }

    /** The required fields that are not among these, some of which may be null. */
    public static List<CallField> missing(List<@Nullable CallField> fields) {
        return REQUIRED.stream()
                .filter(field -> !fields.contains(field))
                .filter(field -> field != ORIGINAL_CRIME_TYPE_NAME || !fields.contains(CALL_TYPE_FINAL_DESC))
                .toList();
    }
}
