package io.github.sfcrime.console.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many calls came from each place, as it is sent to the page.
 *
 * @param windows oldest first
 * @param kinds the kinds of places that any window has, the finest first
 */
record PlacesShown(List<Window> windows, List<Kind> kinds) {

    /**
     * A window.
     *
     * @param filling whether it is a cumulating window that may still take calls
     */
    record Window(String start, String end, boolean filling) {}

    /** The places of a kind, in the order of their names. */
    record Kind(String kind, List<Place> places) {}

    /**
     * A place.
     *
     * @param corners of a hexagon, each as degrees of latitude and of longitude; null where it is none
     * @param counts its calls in each of the windows
     */
    record Place(String place, @Nullable List<List<Double>> corners, List<Long> counts) {}
}
