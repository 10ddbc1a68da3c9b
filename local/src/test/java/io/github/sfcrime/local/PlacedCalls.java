package io.github.sfcrime.local;

import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.RadioCodes;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls with places, in no order at all, and what the job's questions about them must be answered with: counted in maps,
 * without windows, state or watermarks. Rows are texts: the values of a result row, one behind the other.
 *
 * @param calls the calls
 */
record PlacedCalls(List<CallForService> calls) {

    private static final LocalDateTime FIRST_MONDAY = LocalDateTime.of(1970, 1, 5, 0, 0);
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final List<@Nullable String> CITIES = Arrays.asList("San Francisco", "Daly City", "", null);
    private static final List<@Nullable String> DISTRICTS = Arrays.asList("MISSION", "BAYVIEW", "", null);
    private static final Map<String, String> CODES = RadioCodes.builtIn();

    /** Some coordinates and the hexagon that they are in, if they are any. */
    private static final List<Corner> CORNERS = List.of(
            new Corner(37.775938728915946, -122.41795063018799, "8828308281fffff"),
            new Corner(37.7955, -122.3937, "88283082a7fffff"),
            new Corner(37.7275, -122.4767, "88283095cdfffff"),
            new Corner(0.0, 0.0, null),
            new Corner(37.8, null, null));

    private record Corner(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String hexagon) {

        static @Nullable String hexagonOf(CallForService call) {
            return CORNERS.stream()
                    .filter(corner -> Objects.equals(corner.latitude, call.getLatitude())
                            && Objects.equals(corner.longitude, call.getLongitude()))
                    .findFirst()
                    .orElseThrow()
                    .hexagon;
        }
    }

    /** A window's start and end. */
    record Window(LocalDateTime start, LocalDateTime end) {}

    /** The same calls every time, over a few days. */
    static PlacedCalls of(int number) {
        Random random = new Random(17);
        List<CallForService> calls = new ArrayList<>();
        for (PlainCount.Call call : MadeUpCalls.of(number).calls()) {
            CallForService placed = new CallForService();
            placed.setCrimeId(183_060_001L + calls.size());
            placed.setOriginalCrimeTypeName(call.type());
            placed.setCallDateTime(call.time());
            placed.setDisposition(call.disposition().isEmpty() ? null : call.disposition());
            placed.setAddress("Block " + random.nextInt(5));
            placed.setCity(CITIES.get(random.nextInt(CITIES.size())));
            placed.setPoliceDistrict(DISTRICTS.get(random.nextInt(DISTRICTS.size())));
            Corner corner = CORNERS.get(random.nextInt(CORNERS.size()));
            placed.setLatitude(corner.latitude);
            placed.setLongitude(corner.longitude);
            calls.add(placed);
        }
        return new PlacedCalls(calls);
    }

    /** Every answer in windows that begin every {@code slide} and are {@code size} long; by topic, in order. */
    static Function<LocalDateTime, List<Window>> hopping(Duration size, Duration slide) {
        LocalDateTime origin = size.toDays() > 0 && size.toDays() % 7 == 0 ? FIRST_MONDAY : EPOCH;
        return time -> {
            long since = Duration.between(origin, time).toMinutes();
            LocalDateTime last = time.minusMinutes(Math.floorMod(since, slide.toMinutes()));
            return IntStream.range(0, (int) size.dividedBy(slide))
                    .mapToObj(back -> last.minus(slide.multipliedBy(back)))
                    .map(start -> new Window(start, start.plus(size)))
                    .toList();
        };
    }

    /** Windows that begin every {@code size} and end a {@code step} after the other. */
    static Function<LocalDateTime, List<Window>> cumulating(Duration size, Duration step) {
        return time -> {
            Window whole = hopping(size, size).apply(time).get(0);
            return IntStream.rangeClosed(1, (int) size.dividedBy(step))
                    .mapToObj(steps -> new Window(whole.start, whole.start.plus(step.multipliedBy(steps))))
                    .filter(window -> window.end.isAfter(time))
                    .toList();
        };
    }

    /** Rows of {@code crime_counts}. */
    List<String> counts(Function<LocalDateTime, List<Window>> windows) {
        return perWindow(
                windows,
                call -> List.of(
                        call.getOriginalCrimeTypeName() + " " + call.getDisposition() + " " + description(call)));
    }

    /** Rows of {@code crime_counts_by_type}. */
    List<String> types(Function<LocalDateTime, List<Window>> windows) {
        return perWindow(windows, call -> List.of(call.getOriginalCrimeTypeName()));
    }

    /** Rows of {@code crime_counts_by_disposition}. */
    List<String> dispositions(Function<LocalDateTime, List<Window>> windows) {
        return perWindow(windows, call -> List.of(String.valueOf(description(call))));
    }

    /** Rows of {@code crime_counts_by_place}. */
    List<String> places(Function<LocalDateTime, List<Window>> windows) {
        return perWindow(
                windows,
                call -> Stream.of(
                                place("address", call.getAddress()),
                                place("city", call.getCity()),
                                place("police_district", call.getPoliceDistrict()),
                                place("hexagon", Corner.hexagonOf(call)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Rows of {@code crime_counts_by_district}; an empty one is none. */
    List<String> districts(Function<LocalDateTime, List<Window>> windows) {
        return perWindow(
                windows,
                call -> List.of(call.getOriginalCrimeTypeName() + " "
                        + ("".equals(call.getPoliceDistrict()) ? null : call.getPoliceDistrict())));
    }

    private static Optional<String> place(String kind, @Nullable String place) {
        return Optional.ofNullable(place).filter(text -> !text.isEmpty()).map(text -> kind + " " + text);
    }

    /** Rows of {@code crime_top_types}. */
    List<String> topTypes(Function<LocalDateTime, List<Window>> windows, int top) {
        Map<String, Map<String, Long>> byWindow = new TreeMap<>();
        counted(windows, call -> List.of(call.getOriginalCrimeTypeName())).forEach((key, count) -> {
            String[] parts = key.split(" ", 3);
            byWindow.computeIfAbsent(parts[0] + " " + parts[1], none -> new TreeMap<>())
                    .put(parts[2], count);
        });
        List<String> rows = new ArrayList<>();
        byWindow.forEach((window, types) -> {
            List<Map.Entry<String, Long>> ranked = types.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, Long> type) -> -type.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .limit(top)
                    .toList();
            for (int i = 0; i < ranked.size(); i++) {
                rows.add(window + " " + (i + 1) + " " + ranked.get(i).getKey() + " "
                        + ranked.get(i).getValue());
            }
        });
        return rows.stream().sorted().toList();
    }

    /** Rows of {@code crime_totals}. */
    List<String> totals() {
        Map<String, Long> totals = new TreeMap<>();
        calls.forEach(call -> totals.merge(
                call.getOriginalCrimeTypeName() + " " + call.getDisposition() + " " + description(call),
                1L,
                Long::sum));
        return rows(totals);
    }

    private List<String> perWindow(
            Function<LocalDateTime, List<Window>> windows, Function<CallForService, List<String>> groups) {
        return rows(counted(windows, groups));
    }

    private Map<String, Long> counted(
            Function<LocalDateTime, List<Window>> windows, Function<CallForService, List<String>> groups) {
        Map<String, Long> counts = new TreeMap<>();
        for (CallForService call : calls) {
            for (Window window : windows.apply(call.getCallDateTime())) {
                for (String group : groups.apply(call)) {
                    counts.merge(window.start + " " + window.end + " " + group, 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    private static List<String> rows(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(row -> row.getKey() + " " + row.getValue())
                .sorted()
                .toList();
    }

    private static @Nullable String description(CallForService call) {
        return call.getDisposition() == null ? null : CODES.get(call.getDisposition());
    }
}
