package io.github.sfcrime.loader.call;

import java.util.EnumMap;
import java.util.Map;

/** Records for tests, in the words of the city's file. */
public final class RawCalls {

    private RawCalls() {}

    static Map<CallField, String> fields() {
        Map<CallField, String> fields = new EnumMap<>(CallField.class);
        fields.put(CallField.CRIME_ID, "183653763");
        fields.put(CallField.ORIGINAL_CRIME_TYPE_NAME, "Traffic Stop");
        fields.put(CallField.REPORT_DATE, "2018-12-31T00:00:00.000");
        fields.put(CallField.CALL_DATE, "2018-12-31T00:00:00.000");
        fields.put(CallField.OFFENSE_DATE, "2018-12-31T00:00:00.000");
        fields.put(CallField.CALL_TIME, "23:57");
        fields.put(CallField.CALL_DATE_TIME, "2018-12-31T23:57:00.000");
        fields.put(CallField.DISPOSITION, "ADM");
        fields.put(CallField.ADDRESS, "Geary Bl/divisadero St");
        fields.put(CallField.CITY, "San Francisco");
        fields.put(CallField.STATE, "CA");
        fields.put(CallField.AGENCY_ID, "1");
        fields.put(CallField.ADDRESS_TYPE, "Intersection");
        fields.put(CallField.COMMON_LOCATION, "");
        return fields;
    }

    static RawCall of(Map<CallField, String> fields) {
        RawCall call = new RawCall(new Position("calls.json", 1, 2));
        fields.forEach(call::set);
        return call;
    }

    public static RawCall with(CallField field, String value) {
        Map<CallField, String> fields = fields();
        fields.put(field, value);
        return of(fields);
    }
}
