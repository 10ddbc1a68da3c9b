package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.calls.Hexagons;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.jspecify.annotations.Nullable;

/** {@code hexagon_of(latitude, longitude)}: the hexagon of coordinates in degrees, null where they are none. */
public final class HexagonOf extends ScalarFunction {

    private transient Hexagons hexagons;

    /** For Flink, which makes it of its name. */
    public HexagonOf() {}

    @Override
    public void open(FunctionContext context) {
        hexagons = new Hexagons();
    }

    /** The index of the hexagon as text; the name of this method is Flink's. */
    public @Nullable String eval(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : hexagons.at(latitude, longitude);
    }
}
