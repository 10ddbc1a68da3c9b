package io.github.sfcrime.loader.generate;

import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A call's fields as text, spelled as in the city's file: every value a string, the empty one where it is missing. */
final class CallText {

    private static final DateTimeFormatter TIME_MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter TIME_MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int MINUTES_PER_DAY = 24 * 60;

    private final String[] minutes = new String[MINUTES_PER_DAY];
    private final String[] minuteMillis = new String[MINUTES_PER_DAY];
    private @Nullable LocalDate lastDate;
    private String lastDateText = "";
    private String lastMidnight = "";

    CallText() {
        for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
            LocalTime time = LocalTime.of(minute / 60, minute % 60);
            minutes[minute] = TIME_MINUTES.format(time);
            minuteMillis[minute] = TIME_MILLIS.format(time);
        }
    }

    String text(CallForService call, CallField field) {
        return switch (field) {
            case CRIME_ID -> Long.toString(call.getCrimeId());
            case ORIGINAL_CRIME_TYPE_NAME -> call.getOriginalCrimeTypeName();
            case REPORT_DATE -> date(call.getReportDate());
            case CALL_DATE -> date(call.getCallDate());
            case OFFENSE_DATE -> date(call.getOffenseDate());
            case CALL_TIME -> time(call.getCallTime());
            case CALL_DATE_TIME -> dateTime(call.getCallDateTime());
            case DISPOSITION -> orEmpty(call.getDisposition());
            case ADDRESS -> orEmpty(call.getAddress());
            case CITY -> orEmpty(call.getCity());
            case STATE -> orEmpty(call.getState());
            case AGENCY_ID -> call.getAgencyId() == null ? "" : Long.toString(call.getAgencyId());
            case ADDRESS_TYPE -> orEmpty(call.getAddressType());
            case COMMON_LOCATION -> orEmpty(call.getCommonLocation());
            case ENTRY_DATE_TIME -> stage(call.getEntryDateTime());
            case DISPATCH_DATE_TIME -> stage(call.getDispatchDateTime());
            case ENROUTE_DATE_TIME -> stage(call.getEnrouteDateTime());
            case ONSCENE_DATE_TIME -> stage(call.getOnsceneDateTime());
            case CLOSE_DATE_TIME -> stage(call.getCloseDateTime());
            case ANALYSIS_NEIGHBORHOOD -> orEmpty(call.getAnalysisNeighborhood());
            case POLICE_DISTRICT -> orEmpty(call.getPoliceDistrict());
            case PRIORITY -> orEmpty(call.getPriority());
            case LAST_UPDATE_DATE_TIME -> stage(call.getLastUpdateDateTime());
            case LONGITUDE -> degrees(call.getLongitude());
            case LATITUDE -> degrees(call.getLatitude());
            case CALL_TYPE_FINAL_DESC, INTERSECTION_POINT ->
                throw new IllegalArgumentException("a call has no " + field.key());
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String degrees(@Nullable Double degrees) {
        return degrees == null ? "" : degrees.toString();
    }

    private String date(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        remember(date);
        return lastMidnight;
    }

    private String time(@Nullable LocalTime time) {
        if (time == null) {
            return "";
        }
        return isWholeMinute(time) ? minutes[minute(time)] : TIME_MILLIS.format(time);
    }

    private String stage(@Nullable LocalDateTime time) {
        return time == null ? "" : dateTime(time);
    }

    private String dateTime(LocalDateTime dateTime) {
        remember(dateTime.toLocalDate());
        LocalTime time = dateTime.toLocalTime();
        return lastDateText.concat(isWholeMinute(time) ? minuteMillis[minute(time)] : TIME_MILLIS.format(time));
    }

    private void remember(LocalDate date) {
        if (!date.equals(lastDate)) {
            lastDate = date;
            lastDateText = date + "T";
            lastMidnight = lastDateText + minuteMillis[0];
        }
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0;
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
