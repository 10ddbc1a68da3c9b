package io.github.sfcrime.loader.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                    OFFENSE_DATE             | yesterday                 | is not a date as in 2018-12-31 or 12/31/2018
                    CALL_TIME                | 24:01                     | Invalid value for HourOfDay (valid values 0 - 23): 24
                    CALL_TIME                | noon                      | is not a time as in 23:57, 23:57:00.000 or 11:57:00 PM
                    CALL_TIME                | 13:00 PM                  | has an hour that a 12-hour clock does not have
                    CALL_DATE_TIME           | ''                        | is missing
                    CALL_DATE_TIME           | 2018-02-30T10:00:00.000   | Invalid date 'FEBRUARY 30'
                    CALL_DATE_TIME           | 2018-12-31                | has no time of day
                    CALL_DATE_TIME           | 2018-12-31T10:00:00.000Z  | ends in 'Z' where local time without a zone is expected
                    CALL_DATE_TIME           | 2018-12-31T10:00:00+01:00 | ends in '+01:00' where local time without a zone is expected
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
