package io.github.sfcrime.job.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.uber.h3core.H3Core;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexagonsTest {

    private final Hexagons hexagons = new Hexagons();

    /** The first is of H3's own documentation; h3-js, another build of it, answers alike. */
    @ParameterizedTest
    @CsvSource({
        "37.775938728915946, -122.41795063018799, 8828308281fffff",
        "37.7955, -122.3937, 88283082a7fffff",
        "37.8199, -122.4783, 8828308703fffff",
        "37.7275, -122.4767, 88283095cdfffff"
    })
    void placesOfTheCityAreInTheirHexagons(double latitude, double longitude, String hexagon) {
        assertThat(hexagons.at(latitude, longitude)).isEqualTo(hexagon);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "90.1, -122.4",
        "-122.4, 37.8",
        "37.8, 180.5",
        "NaN, -122.4",
        "37.8, NaN",
        "Infinity, -122.4",
        "37.8, -Infinity"
    })
    void whatIsNoPlaceIsInNone(double latitude, double longitude) {
        assertThat(hexagons.at(latitude, longitude)).isNull();
    }

    @Test
    void moreCoordinatesThanAreKeptAreInTheirHexagonsToo() throws Exception {
        H3Core h3 = H3Core.newInstance();
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            double latitude = 37.7 + random.nextInt(200) / 1000.0;
            double longitude = -122.52 + random.nextInt(1_000) / 1000.0;
            assertThat(hexagons.at(latitude, longitude)).isEqualTo(h3.latLngToCellAddress(latitude, longitude, 8));
        }
    }
}
