package io.github.sfcrime.loader.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallConversionTest {

    private static final LocalDate DAY = LocalDate.of(2018, 12, 31);

    @Test
    void aRecordOfTheCitysFileBecomesATypedCall() throws UnfitValueException {
        CallForService call = CallConversion.convert(RawCalls.of(RawCalls.fields()));

        CallForService expected = new CallForService();
        expected.setCrimeId(183653763L);
        expected.setOriginalCrimeTypeName("Traffic Stop");
        expected.setReportDate(DAY);
        expected.setCallDate(DAY);
        expected.setOffenseDate(DAY);
        expected.setCallTime(LocalTime.of(23, 57));
        expected.setCallDateTime(LocalDateTime.of(2018, 12, 31, 23, 57));
        expected.setDisposition("ADM");
        expected.setAddress("Geary Bl/divisadero St");
        expected.setCity("San Francisco");
        expected.setState("CA");
        expected.setAgencyId(1L);
        expected.setAddressType("Intersection");
        expected.setCommonLocation(null);
        assertThat(call).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2018-12-31T23:57:00.000 | 2018-12-31T23:57
                    2018-12-31T23:57:00     | 2018-12-31T23:57
                    2018-12-31 23:57        | 2018-12-31T23:57
                    2018-12-31T23:57:08.5   | 2018-12-31T23:57:08.500
                    12/31/2018 11:57:00 PM  | 2018-12-31T23:57
                    1/2/2018 12:05 AM       | 2018-01-02T00:05
                    01/02/2018 12:05:09 pm  | 2018-01-02T12:05:09
                    2016-02-29T00:00:00.000 | 2016-02-29T00:00
                    2024/01/01 01:01:07 PM  | 2024-01-01T13:01:07
                    2024/01/01 12:01:07 AM  | 2024-01-01T00:01:07
                    2024/1/1 13:01          | 2024-01-01T13:01
                    2018 Dec 31 11:57:00 PM | 2018-12-31T23:57
                    Dec 31, 2018 11:57 PM   | 2018-12-31T23:57
                    December 31, 2018 11:57:00 PM   | 2018-12-31T23:57
                    31 December 2018 23:57  | 2018-12-31T23:57
                    31-Dec-2018 23:57:00    | 2018-12-31T23:57
                    12/31/2018, 11:57:00 PM | 2018-12-31T23:57
                    12/31/2018 11:57:00 p.m.        | 2018-12-31T23:57
                    2018-12-31T23:57:08.123456      | 2018-12-31T23:57:08.123
                    2018-12-31T23:57:08.123456789   | 2018-12-31T23:57:08.123
                    2018-1-5 9:00           | 2018-01-05T09:00
                    2018-12-31T10:00:00.000Z        | 2018-12-31T02:00
                    2018-07-31T10:00:00Z            | 2018-07-31T03:00
                    2018-12-31 10:00:00 UTC         | 2018-12-31T02:00
                    2018-12-31T10:00:00+01:00       | 2018-12-31T01:00
                    2018-12-31T10:00:00-0800        | 2018-12-31T10:00
                    2018-12-31T10:00-08:00[America/Los_Angeles] | 2018-12-31T10:00
                    2018-12-31 23:57:00.000+00      | 2018-12-31T15:57
                    9999-12-31T23:59:59     | 9999-12-31T23:59:59
                    20181231T235700         | 2018-12-31T23:57
                    20181231T2357           | 2018-12-31T23:57
                    20181231T235700.5       | 2018-12-31T23:57:00.500
                    20181231T235700Z        | 2018-12-31T15:57
                    20181231T235700-0800    | 2018-12-31T23:57
                    20181231 23:57:00       | 2018-12-31T23:57
                    20181231235700          | 2018-12-31T23:57
                    12/31/2018 2357         | 2018-12-31T23:57
                    2018-12-31 23:57:00 PST | 2018-12-31T23:57
                    2018-07-31T10:00:00PDT  | 2018-07-31T10:00
                    07/31/2018 10:00:00 AM PDT      | 2018-07-31T10:00
                    2018-11-04 01:30:00 PDT | 2018-11-04T01:30
                    2018-11-04 01:30:00 PST | 2018-11-04T01:30
                    Mon, 31 Dec 2018 23:57:00 GMT   | 2018-12-31T15:57
                    Monday, December 31, 2018 11:57 PM      | 2018-12-31T23:57
                    Mon Dec 31 2018 23:57:00 GMT-0800 (Pacific Standard Time) | 2018-12-31T23:57
                    """)
    void callTimesAreReadInTheLayoutsOfTheExports(String text, String expected) throws UnfitValueException {
        assertThat(CallConversion.convert(RawCalls.with(CallField.CALL_DATE_TIME, text))
                        .getCallDateTime())
                .isEqualTo(LocalDateTime.parse(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CRIME_ID                 | ''                        | is missing
                    CRIME_ID                 | 18x                       | is not a whole number that fits in 64 bits
                    CRIME_ID                 | 92233720368547758080      | is not a whole number that fits in 64 bits
                    CRIME_ID                 | -5                        | is not above zero
                    ORIGINAL_CRIME_TYPE_NAME | ''                        | is missing
                    REPORT_DATE              | 2018-02-30                | Invalid date 'FEBRUARY 30'
                    REPORT_DATE              | 2018-12-31T07:00:00.000   | is a time of day where a date is expected
                    CALL_DATE                | 13/31/2018                | Invalid value for MonthOfYear (valid values 1 - 12): 13
                    CALL_DATE                | 31.12.2018                | has its day in front of its month: write it as in 2018-12-31
                    OFFENSE_DATE             | yesterday                 | is not a date as in 2018-12-31 or 12/31/2018
                    CALL_TIME                | 24:01                     | Invalid value for HourOfDay (valid values 0 - 23): 24
                    CALL_TIME                | noon                      | is not a time as in 23:57, 23:57:00.000 or 11:57:00 PM
                    CALL_TIME                | 13:00 PM                  | has an hour that a 12-hour clock does not have
                    CALL_DATE_TIME           | ''                        | is missing
                    CALL_DATE_TIME           | 2018-02-30T10:00:00.000   | Invalid date 'FEBRUARY 30'
                    CALL_DATE_TIME           | 2018-12-31                | has no time of day
                    CALL_DATE_TIME           | 2018-07-31T10:00:00 PST   | says PST, which San Francisco does not have at that time of the year: write the offset in its place, as in -08:00, or none for local time
                    CALL_DATE_TIME           | 2018-12-31T10:00:00 PDT   | says PDT, which San Francisco does not have at that time of the year: write the offset in its place, as in -08:00, or none for local time
                    CALL_DATE_TIME           | 2018-12-31T10:00:00 EST   | ends in 'EST', which is known by no offset: write that in its place, as in -08:00
                    CALL_DATE_TIME           | 20181231                  | has no time of day
                    CALL_DATE_TIME           | 20181399T100000           | Invalid value for MonthOfYear (valid values 1 - 12): 13
                    CALL_DATE_TIME           | 12312018T100000           | Invalid value for MonthOfYear (valid values 1 - 12): 20
                    CALL_DATE_TIME           | 201812312357              | is a bare number, which does not say whether it counts in UTC or in local time: write it as in 2018-12-31T23:57:00 (pandas: date_format='iso')
                    CALL_DATE_TIME           | 43465.998                 | is a bare number, which does not say whether it counts in UTC or in local time: write it as in 2018-12-31T23:57:00 (pandas: date_format='iso')
                    CALL_DATE_TIME           | 1.5462432e12              | is a bare number, which does not say whether it counts in UTC or in local time: write it as in 2018-12-31T23:57:00 (pandas: date_format='iso')
                    CALL_DATE_TIME           | 1546243200                | is a bare number, which does not say whether it counts in UTC or in local time: write it as in 2018-12-31T23:57:00 (pandas: date_format='iso')
                    CRIME_ID                 | 182.751                   | is not a whole number that fits in 64 bits
                    CRIME_ID                 | 182,75                    | is not a whole number that fits in 64 bits
                    CRIME_ID                 | 182,751.000               | is not a whole number that fits in 64 bits
                    CRIME_ID                 | 1827,510,000              | is not a whole number that fits in 64 bits
                    CALL_DATE_TIME           | 2018-12-31 13:00 America | ends in 'America', which is no part of a time
                    CALL_DATE_TIME           | 0018-12-31T10:00:00.000   | is before the year 1900
                    CALL_DATE_TIME           | 0000-12-31T10:00:00       | is before the year 1900
                    CALL_DATE_TIME           | 1899-12-31 10:00          | is before the year 1900
                    CALL_DATE_TIME           | 2018-12-31T24:00:00.000   | Invalid value for HourOfDay (valid values 0 - 23): 24
                    CALL_DATE_TIME           | 2018-12-31T23:59:60       | Invalid value for SecondOfMinute (valid values 0 - 59): 60
                    CALL_DATE_TIME           | 31/12/2018 10:00          | has its day in front of its month: write it as in 2018-12-31
                    CALL_DATE_TIME           | 02.10.18 9:11             | has its day in front of its month: write it as in 2018-12-31
                    CALL_DATE_TIME           | 12/31/18 10:00            | has a year of two digits: write it with four
                    CALL_DATE_TIME           | 1546243200000             | is a bare number, which does not say whether it counts in UTC or in local time: write it as in 2018-12-31T23:57:00 (pandas: date_format='iso')
                    CALL_DATE_TIME           | 2018-12-31T10             | is not a time as in 23:57, 23:57:00.000 or 11:57:00 PM
                    CALL_DATE_TIME           | 12/31/2018 0:05 AM        | has an hour that a 12-hour clock does not have
                    CALL_DATE_TIME           | 12/31/2018 00:05:00 AM    | has an hour that a 12-hour clock does not have
                    CALL_DATE_TIME           | ２０１８-12-31T10:00:00       | has '２' where a digit is expected
                    REPORT_DATE              | 2018-12-31T10:00:00Z      | is a time of day where a date is expected
                    CRIME_ID                 | +5                        | is not a whole number that fits in 64 bits
                    CRIME_ID                 | ١٢٣                       | is not a whole number that fits in 64 bits
                    CRIME_ID                 | 1.5                       | is not a whole number that fits in 64 bits
                    CRIME_ID                 | 1.8324E+08                | is a number as a spreadsheet shortens it: give all of its digits
                    CRIME_ID                 | 1,83E+08                  | is a number as a spreadsheet shortens it: give all of its digits
                    CRIME_ID                 | NaN                       | is missing
                    CRIME_ID                 | Infinity                  | is not a whole number that fits in 64 bits
                    CALL_DATE_TIME           | 2018-1a-31T10:00:00       | has 'a' where a digit is expected
                    AGENCY_ID                | one                       | is not a whole number that fits in 64 bits
                    """)
    void aValueThatDoesNotFitRefusesTheRecord(CallField field, String value, String reason) {
        UnfitValueException refusal = catchThrowableOfType(
                UnfitValueException.class, () -> CallConversion.convert(RawCalls.with(field, value)));

        assertThat(refusal).hasMessage(reason);
        assertThat(refusal.field()).isEqualTo(field.key());
        assertThat(refusal.value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-12-31, 2018-12-31",
        "2018/12/31, 2018-12-31",
        "12/31/2018, 2018-12-31",
        "12/31/2018 12:00:00 AM, 2018-12-31",
        "2018/12/31 12:00:00 AM, 2018-12-31",
        "2018 Dec 31, 2018-12-31",
        "20181231, 2018-12-31",
        "20181231T000000, 2018-12-31",
        "2018-12-31 00:00:00 PST, 2018-12-31",
        "2018-12-31T00:00:00Z, 2018-12-31",
        "2018-12-31T08:00:00Z, 2018-12-31"
    })
    void aDateIsReadInTheLayoutsOfTheExportsAndAtMidnightOfItsOffset(String text, LocalDate expected)
            throws UnfitValueException {
        assertThat(CallConversion.convert(RawCalls.with(CallField.CALL_DATE, text))
                        .getCallDate())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "183240001.0, 183240001",
        "1.83240001E8, 183240001",
        "007, 7",
        "' 5 ', 5",
        "'182,751,000', 182751000",
        "'1,0', 1",
        "'1,000', 1000",
        "'-1,000', -1000",
        "182.751.000, 182751000",
        "182 751 000, 182751000",
        "182'751'000, 182751000"
    })
    void aWholeNumberIsReadAsProgramsWithFloatsAndSpreadsheetsWriteIt(String text, long expected)
            throws UnfitValueException {
        assertThat(CallConversion.convert(RawCalls.with(CallField.AGENCY_ID, text))
                        .getAgencyId())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"23:57, 23:57", "2357, 23:57", "235709, 23:57:09", "11:57 PM, 23:57", "0:05, 00:05"})
    void aTimeOfDayIsReadWithColonsOrWithoutThem(String text, LocalTime expected) throws UnfitValueException {
        assertThat(CallConversion.convert(RawCalls.with(CallField.CALL_TIME, text))
                        .getCallTime())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "nan", "NaT", "<NA>", "None", "NULL", "null", "\\N"})
    void whatProgramsWriteForMissingValuesIsMissing(String text) throws UnfitValueException {
        RawCall raw = RawCalls.with(CallField.AGENCY_ID, text);
        raw.set(CallField.CITY, text);
        raw.set(CallField.REPORT_DATE, text);

        CallForService call = CallConversion.convert(raw);
        assertThat(call.getAgencyId()).isNull();
        assertThat(call.getCity()).isNull();
        assertThat(call.getReportDate()).isNull();
    }

    @Test
    void aStageThatCannotBeReadIsLeftOutAndTold() throws UnfitValueException {
        RawCall raw = RawCalls.with(CallField.DISPATCH_DATE_TIME, "2018-12-31T24:00:00");
        raw.set(CallField.ENTRY_DATE_TIME, "2018-12-31T23:58:00.000");
        List<String> unreadable = new ArrayList<>();

        CallForService call = CallConversion.convert(raw, stage -> unreadable.add(stage.field() + " " + stage.value()));
        assertThat(call.getDispatchDateTime()).isNull();
        assertThat(call.getEntryDateTime()).isEqualTo(LocalDateTime.of(2018, 12, 31, 23, 58));
        assertThat(unreadable).containsExactly("dispatch_date_time 2018-12-31T24:00:00");
    }

    @Test
    void theFinalTypeStandsInForTheOriginalOneWhereThatIsMissing() throws UnfitValueException {
        RawCall raw = RawCalls.with(CallField.CALL_TYPE_FINAL_DESC, "FIGHT NO WEAPON");
        assertThat(CallConversion.convert(raw).getOriginalCrimeTypeName()).isEqualTo("Traffic Stop");

        raw.set(CallField.ORIGINAL_CRIME_TYPE_NAME, "");
        assertThat(CallConversion.convert(raw).getOriginalCrimeTypeName()).isEqualTo("FIGHT NO WEAPON");
    }

    @Test
    void whatIsNotRequiredMayBeEmpty() throws UnfitValueException {
        RawCall raw = RawCalls.of(RawCalls.fields());
        for (CallField field : CallField.ALL) {
            if (!CallField.REQUIRED.contains(field)) {
                raw.set(field, "");
            }
        }

        CallForService expected = new CallForService();
        expected.setCrimeId(183653763L);
        expected.setOriginalCrimeTypeName("Traffic Stop");
        expected.setCallDateTime(LocalDateTime.of(2018, 12, 31, 23, 57));
        assertThat(CallConversion.convert(raw)).isEqualTo(expected);
    }
}
