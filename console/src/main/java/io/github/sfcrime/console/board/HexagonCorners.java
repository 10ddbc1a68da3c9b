package io.github.sfcrime.console.board;

import com.uber.h3core.H3Core;
import com.uber.h3core.exceptions.H3Exception;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the corners of hexagons are. */
final class HexagonCorners {

    /** A tenth of a metre. */
    private static final double DECIMALS = 1e6;

    private @Nullable H3Core h3;
    private boolean isThere = true;

    /**
     * The corners of the hexagon with that index, one after the other around it, each as degrees of latitude and of longitude;
     * null if there is no such hexagon, or if H3's native library can't be loaded here.
     */
    @Nullable
    List<List<Double>> of(String index) {
        H3Core core = core();
        try {
            return core == null || !core.isValidCell(index)
                    ? null
                    : core.cellToBoundary(index).stream()
                            .map(corner -> List.of(rounded(corner.lat), rounded(corner.lng)))
                            .toList();
        } catch (NumberFormatException | H3Exception e) {
            return null;
        }
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DECIMALS) / DECIMALS;
    }

    private @Nullable H3Core core() {
        if (h3 == null && isThere) {
            try {
                h3 = H3Core.newInstance();
            } catch (IOException | UnsatisfiedLinkError e) {
                isThere = false;
            }
        }
        return h3;
    }
}
