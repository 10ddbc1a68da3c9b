package io.github.sfcrime.local;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.local.UnusualBurstsTest.Found;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Bursts of three hours among generated calls, one every 19 hours, each of a type in a district; and what was found of
 * them.
 */
final class PlantedBursts {

    static final LocalDateTime START = LocalDateTime.of(2018, 10, 1, 0, 0);
    static final long CALLS = 540_000;

    /** From when on groups are judged: the Monday after eight weeks. */
    private static final LocalDateTime FIRST = LocalDateTime.of(2018, 12, 3, 0, 0);

    private static final int WEEKS = 25;
    private static final int HOURS_BETWEEN = 19;
    private static final Duration LENGTH = Duration.ofHours(3);
    private static final List<String> TYPES = List.of("Passing Call", "Well Being Check", "Assault / Battery");
    private static final List<Integer> SIZES = List.of(4, 8, 16);
    private static final List<String> DISTRICTS = List.of(
            "CENTRAL",
            "SOUTHERN",
            "BAYVIEW",
            "MISSION",
            "NORTHERN",
            "PARK",
            "RICHMOND",
            "INGLESIDE",
            "TARAVAL",
            "TENDERLOIN");
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Burst> bursts;
    private final Map<String, Long> calls = new TreeMap<>();

    private PlantedBursts(List<Burst> bursts) {
        this.bursts = bursts;
    }

    /** @param size calls an hour that are planted */
    private record Burst(String type, String district, LocalDateTime start, int size) {

        /** The episode that it made, if any. */
        @Nullable
        Found in(List<Found> episodes) {
            return episodes.stream().filter(this::made).findFirst().orElse(null);
        }

        boolean made(Found episode) {
            return episode.type().equals(type)
                    && episode.district().equals(district)
                    && episode.overlaps(start, start.plus(LENGTH));
        }
    }

    static PlantedBursts plan() {
        List<Burst> bursts = new ArrayList<>();
        for (int hour = 5; hour < WEEKS * 7 * 24 - LENGTH.toHours(); hour += HOURS_BETWEEN) {
            int number = bursts.size();
            bursts.add(new Burst(
                    TYPES.get(number % 3),
                    DISTRICTS.get(number / 9 * 7 % 10),
                    FIRST.plusHours(hour),
                    SIZES.get(number / 3 % 3)));
        }
        return new PlantedBursts(bursts);
    }

    /** Adds the calls of the bursts to a file of generated ones, and counts those. */
    void plantInto(Path file) throws IOException {
        Map<String, String> call;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            call = read(Objects.requireNonNull(lines.readLine()));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                calls.merge(Objects.requireNonNull(read(line).get("original_crime_type_name")), 1L, Long::sum);
            }
        }
        long id = 9_000_000_000L;
        try (BufferedWriter lines = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
            for (Burst burst : bursts) {
                for (long n = 0; n < burst.size * LENGTH.toHours(); n++) {
                    LocalDateTime time = burst.start.plusMinutes(n * 60 / burst.size);
                    call.put("crime_id", Long.toString(id++));
                    call.put("original_crime_type_name", burst.type);
                    call.put("police_district", burst.district);
                    call.put("call_date_time", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
                    lines.write(JSON.writeValueAsString(call) + "\n");
                }
            }
        }
    }

    private static Map<String, String> read(String line) throws IOException {
        return JSON.readerForMapOf(String.class).readValue(line);
    }

    /** What was found, as a table. */
    String table(List<Found> episodes) {
        StringBuilder table = new StringBuilder("""
                | type, calls that are usual in a district and hour | planted in each of three hours | bursts | found | median hours from the beginning of the burst to the row |
                |---|---|---|---|---|
                """);
        for (String type : TYPES) {
            for (int size : SIZES) {
                table.append(line(type, size, episodes));
            }
        }
        Set<Found> real = new HashSet<>();
        bursts.forEach(burst -> episodes.stream().filter(burst::made).forEach(real::add));
        return table
                + String.format(
                        Locale.ROOT,
                        """

                In these %d weeks there were %d episodes, %d of which no burst was part of: %.1f false alarms a week, among all
                types and districts.
                """,
                        WEEKS,
                        episodes.size(),
                        episodes.size() - real.size(),
                        (double) (episodes.size() - real.size()) / WEEKS);
    }

    private String line(String type, int size, List<Found> episodes) {
        List<Burst> all = bursts.stream()
                .filter(burst -> burst.type.equals(type) && burst.size == size)
                .toList();
        List<Long> hours = new ArrayList<>();
        for (Burst burst : all) {
            Found found = burst.in(episodes);
            if (found != null) {
                hours.add(Math.max(
                        0, Duration.between(burst.start, found.firstRow()).toHours()));
            }
        }
        hours.sort(null);
        double usual = (double) Objects.requireNonNull(calls.get(type)) / DISTRICTS.size() / (CALLS / 92.0);
        return String.format(
                Locale.ROOT,
                "| %s, %.2f | %d | %d | %d | %s |%n",
                type,
                usual,
                size,
                all.size(),
                hours.size(),
                hours.isEmpty() ? "" : hours.get(hours.size() / 2));
    }
}
