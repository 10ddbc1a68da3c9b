package io.github.sfcrime.loader.csv;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.NoInputException;
import io.github.sfcrime.loader.call.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Data sets that are taken for calls for service, told by columns that only they have. */
public enum OtherDataSet {
    RADIO_CODES("the radio codes, which the job reads itself (--radio-codes)", "disposition_code,description"),
    INCIDENTS("San Francisco's police incident reports (2018 to present)", "incident_datetime,incident_category"),
    OLD_INCIDENTS("San Francisco's police incident reports (2003 to 2018)", "incidntnum,pddistrict"),
    FIRE("San Francisco's fire department calls for service", "call_number,unit_id"),
    CASES_311("San Francisco's 311 cases", "service_request_id,requested_datetime"),
    SEATTLE("Seattle's police call data", "cad_event_number,initial_call_type"),
    NEW_ORLEANS("New Orleans' calls for service", "nopd_item,timecreate"),
    LOS_ANGELES("Los Angeles' police calls for service", "incident_number,call_type_text"),
    NEW_YORK("New York's police calls for service", "cad_evnt_id,typ_desc"),
    CHICAGO("Chicago's crimes", "case_number,iucr"),
    DETROIT("Detroit's 911 calls", "call_description,called_at"),
    BALTIMORE("Baltimore's 911 calls", "calldatetime,callnumber"),
    CINCINNATI("Cincinnati's police calls for service", "event_number,incident_type_id"),
    OAKLAND("Oakland's crime reports", "crimetype,casenumber");

    private static final int SHOWN = 12;

    private static final String EXPECTED =
            "expected are crime_id (or cad_number), original_crime_type_name (or call_type_original_desc or"
                    + " call_type_final_desc) and call_date_time (or call_dttm or received_datetime)";

    private final String description;
    private final String columns;

    OtherDataSet(String description, String columns) {
        this.description = description;
        this.columns = columns;
    }

    /** That the source has no calls, since this is its first line. */
    public static UserErrorException refusalOfHeading(String source, List<String> found) {
        if (found.stream().anyMatch(OtherDataSet::isValue)) {
            return new UserErrorException(
                    "cannot load " + source + ": its first line is no heading: put one in front; it is " + list(found));
        }
        if (found.stream().skip(1).anyMatch(column -> column.startsWith(" \""))) {
            return new UserErrorException(
                    "cannot load " + source
                            + ": its columns have a space in front of their quotes: take the spaces out, sed 's/, \"/,\"/g' does");
        }
        return refusal(source, found);
    }

    /** That the source has no calls, since these are its columns. */
    public static UserErrorException refusal(String source, Collection<String> found) {
        List<@Nullable CallField> fields = new ArrayList<>();
        found.forEach(name -> fields.add(CallField.named(name)));
        List<String> missing =
                CallField.missing(fields).stream().map(CallField::key).toList();
        String facts = ": " + EXPECTED + ", found are " + list(found) + whose(found);
        if (missing.size() == CallField.REQUIRED.size()) {
            return new NoInputException(source, "its columns are not those of calls for service" + facts);
        }
        return new UserErrorException("cannot load " + source + ": it has no column for "
                + String.join(" and ", missing) + facts + "; give the column that has it one of these names");
    }

    /** Whether that is what stands below a heading. */
    private static boolean isValue(String column) {
        return !column.isBlank() && column.chars().allMatch(c -> "0123456789.-/: T".indexOf(c) >= 0);
    }

    private static String list(Collection<String> found) {
        List<String> names = found.stream()
                .filter(name -> !name.isBlank())
                .limit(SHOWN)
                .map(Shown::text)
                .toList();
        return (names.isEmpty() ? "none" : String.join(", ", names)) + (found.size() > SHOWN ? " and others" : "");
    }

    private static String whose(Collection<String> found) {
        Set<String> names = new HashSet<>();
        found.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT).replace(' ', '_')));
        for (OtherDataSet set : values()) {
            if (names.containsAll(List.of(set.columns.split(",")))) {
                return ": they look like those of " + set.description;
            }
        }
        return "";
    }
}
