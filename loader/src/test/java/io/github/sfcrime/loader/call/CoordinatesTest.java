package io.github.sfcrime.loader.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.schemas.CallForService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {

    private final List<String> unreadable = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "intersection_point, POINT (-122.4194 37.7749)",
        "intersection_point, point(-122.4194  37.7749 )",
    })
    void aPointIsALongitudeAndALatitude(String column, String text) throws UnfitValueException {
        CallForService call = converted(column, text);

        assertThat(call.getLongitude()).isEqualTo(-122.4194);
        assertThat(call.getLatitude()).isEqualTo(37.7749);
        assertThat(unreadable).isEmpty();
    }

    @Test
    void theyMayStandInColumnsOfTheirOwn() throws UnfitValueException {
        CallForService call = converted("lon", "-122.4194", "Lat", "37.7749");

        assertThat(call.getLongitude()).isEqualTo(-122.4194);
        assertThat(call.getLatitude()).isEqualTo(37.7749);
    }

    @ParameterizedTest
    @CsvSource({
        "intersection_point, POINT (-122.4194), is not a point such as POINT (-122.4194 37.7749)",
        "intersection_point, POINT (37.7749 -122.4194), is not a latitude from -90 to 90 degrees",
        "longitude, west, is not a longitude from -180 to 180 degrees",
        "latitude, NaN0, is not a latitude from -90 to 90 degrees",
        "longitude, Infinity, is not a longitude from -180 to 180 degrees",
    })
    void whatCannotBeReadIsLeftOutAndTold(String column, String text, String message) throws UnfitValueException {
        CallForService call = converted(column, text);

        assertThat(call.getLongitude()).isNull();
        assertThat(call.getLatitude()).isNull();
        assertThat(unreadable).containsExactly(message);
    }

    @Test
    void oneWithoutTheOtherIsNoPlace() throws UnfitValueException {
        assertThat(converted("longitude", "-122.4194").getLongitude()).isNull();
    }

    private CallForService converted(String... columnsAndTexts) throws UnfitValueException {
        RawCall raw = new RawCall(new Position("calls.csv", 1, 1));
        raw.set(CallField.CRIME_ID, "183653763");
        raw.set(CallField.ORIGINAL_CRIME_TYPE_NAME, "Fight");
        raw.set(CallField.CALL_DATE_TIME, "2018-12-31T23:57:00.000");
        for (int i = 0; i < columnsAndTexts.length; i += 2) {
            CallField field = CallField.named(columnsAndTexts[i]);
            assertThat(field).isNotNull();
            raw.put(field, columnsAndTexts[i], columnsAndTexts[i + 1]);
        }
        return CallConversion.convert(raw, e -> unreadable.add(String.valueOf(e.getMessage())));
    }
}
