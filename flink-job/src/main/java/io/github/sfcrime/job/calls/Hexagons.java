package io.github.sfcrime.job.calls;

import com.uber.h3core.H3Core;
import io.github.sfcrime.job.failures.PermanentFailure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The hexagons that coordinates are in: cells of <a href="https://h3geo.org">H3</a> whose edges are half a kilometre long
 * (resolution 8). Calls are at intersections, of which San Francisco has some 20,000, so that H3 is asked about each once:
 * the answers are kept in a table without chains, in which one replaces another. For one thread.
 */
public final class Hexagons {

    private static final int RESOLUTION = 8;
    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;
    private static final int KEPT = 1 << 15;
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private double[] latitudes = {};
    private double[] longitudes = {};
    private @Nullable String[] cells = {};
    private @Nullable H3Core h3;

    /**
     * The index of the hexagon as text, such as {@code 88283082a7fffff}; null if these are no coordinates. Nobody calls from
     * 0 degrees north and east: it stands for coordinates that are not known.
     *
     * @param latitude in degrees, NaN where it is not known
     * @param longitude in degrees, NaN where it is not known
     */
    public @Nullable String at(double latitude, double longitude) {
        boolean possible = Math.abs(latitude) <= MOST_LATITUDE && Math.abs(longitude) <= MOST_LONGITUDE;
        if (!possible || (latitude == 0 && longitude == 0)) {
            return null;
        }
        H3Core core = h3;
        if (core == null) {
            core = load();
            h3 = core;
            latitudes = new double[KEPT];
            longitudes = new double[KEPT];
            cells = new String[KEPT];
        }
        int place = place(latitude, longitude);
        String cell = cells[place];
        if (cell == null || latitudes[place] != latitude || longitudes[place] != longitude) {
            cell = core.latLngToCellAddress(latitude, longitude, RESOLUTION);
            cells[place] = cell;
            latitudes[place] = latitude;
            longitudes[place] = longitude;
        }
        return cell;
    }

    private static int place(double latitude, double longitude) {
        long hash = (Double.doubleToRawLongBits(latitude) * GOLDEN_RATIO) ^ Double.doubleToRawLongBits(longitude);
        hash *= GOLDEN_RATIO;
        return (int) (hash >>> (Long.SIZE - Integer.numberOfTrailingZeros(KEPT)));
    }

    /** The library copies its native part into a file of its own for each class loader, and so for each job. */
    private static H3Core load() {
        try {
            return H3Core.newInstance();
        } catch (IOException | UnsatisfiedLinkError e) {
            throw new PermanentFailure(
                    "cannot load the native library of H3, which places of calls with coordinates need: "
                            + e.getMessage() + "; let the TaskManagers write and execute files in java.io.tmpdir",
                    e);
        }
    }
}
