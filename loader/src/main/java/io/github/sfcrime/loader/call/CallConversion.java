package io.github.sfcrime.loader.call;

import io.github.sfcrime.loader.time.CallTimes;
import io.github.sfcrime.schemas.CallForService;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns text into typed calls; what does not fit is refused whole. */
public final class CallConversion {

    /** What pandas, Spark and databases write for a missing value. */
    private static final Set<String> MISSING = Set.of("NaN", "nan", "NaT", "<NA>", "None", "NULL", "null", "\\N");

    private static final int LONGEST_MISSING = 4;

    private CallConversion() {}

    /**
     * The call with the fields of {@code raw}; an empty text is a missing value, and so are {@code NaN} and its like.
     *
     * @throws UnfitValueException if a required value is missing, or one is not of its field's type
     */
    public static CallForService convert(RawCall raw) throws UnfitValueException {
        return convert(raw, unreadable -> {});
    }

    /**
     * The same.
     *
     * @param unreadable is told of times of stages and coordinates that cannot be read, which the call then lacks
     */
    public static CallForService convert(RawCall raw, Consumer<UnfitValueException> unreadable)
            throws UnfitValueException {
        UnfitValueException flaw = raw.flaw();
        if (flaw != null) {
            throw flaw;
        }
        CallForService call = new CallForService();
        call.setCrimeId(required(raw, CallField.CRIME_ID, WholeNumbers::positive));
        call.setOriginalCrimeTypeName(type(raw));
        call.setCallDateTime(required(raw, CallField.CALL_DATE_TIME, CallTimes::dateTime));
        call.setReportDate(optional(raw, CallField.REPORT_DATE, CallTimes::date));
        call.setCallDate(optional(raw, CallField.CALL_DATE, CallTimes::date));
        call.setOffenseDate(optional(raw, CallField.OFFENSE_DATE, CallTimes::date));
        call.setCallTime(optional(raw, CallField.CALL_TIME, CallTimes::time));
        call.setDisposition(text(raw, CallField.DISPOSITION));
        call.setAddress(text(raw, CallField.ADDRESS));
        call.setCity(text(raw, CallField.CITY));
        call.setState(text(raw, CallField.STATE));
        call.setAgencyId(optional(raw, CallField.AGENCY_ID, WholeNumbers::number));
        call.setAddressType(text(raw, CallField.ADDRESS_TYPE));
        call.setCommonLocation(text(raw, CallField.COMMON_LOCATION));
        setNewer(call, raw, unreadable);
        return call;
    }

    /** What only the newer data sets have. */
    private static void setNewer(CallForService call, RawCall raw, Consumer<UnfitValueException> unreadable) {
        call.setEntryDateTime(stage(raw, CallField.ENTRY_DATE_TIME, unreadable));
        call.setDispatchDateTime(stage(raw, CallField.DISPATCH_DATE_TIME, unreadable));
        call.setEnrouteDateTime(stage(raw, CallField.ENROUTE_DATE_TIME, unreadable));
        call.setOnsceneDateTime(stage(raw, CallField.ONSCENE_DATE_TIME, unreadable));
        call.setCloseDateTime(stage(raw, CallField.CLOSE_DATE_TIME, unreadable));
        call.setAnalysisNeighborhood(text(raw, CallField.ANALYSIS_NEIGHBORHOOD));
        call.setPoliceDistrict(text(raw, CallField.POLICE_DISTRICT));
        call.setPriority(text(raw, CallField.PRIORITY));
        call.setLastUpdateDateTime(stage(raw, CallField.LAST_UPDATE_DATE_TIME, unreadable));
        setCoordinates(call, raw, unreadable);
    }

    private static void setCoordinates(CallForService call, RawCall raw, Consumer<UnfitValueException> unreadable) {
        try {
            Double longitude = optional(raw, CallField.LONGITUDE, Coordinates::longitude);
            Double latitude = optional(raw, CallField.LATITUDE, Coordinates::latitude);
            if (longitude != null && latitude != null) {
                call.setLongitude(longitude);
                call.setLatitude(latitude);
                return;
            }
            Coordinates point = optional(raw, CallField.INTERSECTION_POINT, Coordinates::ofPoint);
            if (point != null) {
                call.setLongitude(point.longitude());
                call.setLatitude(point.latitude());
            }
        } catch (UnfitValueException e) {
            unreadable.accept(e);
        }
    }

    private static @Nullable LocalDateTime stage(
            RawCall raw, CallField field, Consumer<UnfitValueException> unreadable) {
        try {
            return optional(raw, field, CallTimes::dateTime);
        } catch (UnfitValueException e) {
            unreadable.accept(e);
            return null;
        }
    }

    private static String type(RawCall raw) throws UnfitValueException {
        String original = text(raw, CallField.ORIGINAL_CRIME_TYPE_NAME);
        String type = original == null ? text(raw, CallField.CALL_TYPE_FINAL_DESC) : original;
        return type == null ? required(raw, CallField.ORIGINAL_CRIME_TYPE_NAME, Function.identity()) : type;
    }

    private static @Nullable String text(RawCall raw, CallField field) {
        String text = raw.value(field);
        return text == null || isMissing(text) ? null : text;
    }

    private static boolean isMissing(String text) {
        int length = text.length();
        // For most texts the first character is enough, which is quicker than a look-up.
        return length == 0
                || (length <= LONGEST_MISSING && "Nn<\\".indexOf(text.charAt(0)) >= 0 && MISSING.contains(text));
    }

    private static <T> T required(RawCall raw, CallField field, Function<String, T> reading)
            throws UnfitValueException {
        T value = optional(raw, field, reading);
        if (value == null) {
            throw new UnfitValueException(raw.name(field), raw.value(field), "is missing");
        }
        return value;
    }

    private static <T> @Nullable T optional(RawCall raw, CallField field, Function<String, T> reading)
            throws UnfitValueException {
        String text = text(raw, field);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw new UnfitValueException(raw.name(field), text, String.valueOf(e.getMessage()));
        }
    }
}
