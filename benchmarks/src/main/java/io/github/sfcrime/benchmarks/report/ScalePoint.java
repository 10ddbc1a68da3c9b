package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How far something grew for a job and a state backend.
 *
 * @param name what it is called in tables: the value, with the state backend and the job where they are not the usual ones
 * @param isTodaysJob whether the job is that of the sources, and not one of an earlier commit
 * @param runs the runs there
 */
record ScalePoint(String name, boolean isTodaysJob, List<JsonNode> runs) {

    /** The points of some runs, by value, as far as values are numbers, or else as they first occur. */
    static List<ScalePoint> of(List<JsonNode> runs) {
        List<ScalePoint> points = new ArrayList<>();
        List<String> values = new ArrayList<>(Results.values(runs, "value"));
        if (values.stream().allMatch(ScalePoint::isNumber)) {
            values.sort(Comparator.comparing(Long::parseLong));
        }
        for (String value : values) {
            List<JsonNode> there = Results.where(runs, "value", value);
            for (String backend : Results.values(there, "stateBackend")) {
                List<JsonNode> on = Results.where(there, "stateBackend", backend);
                for (String job : Results.values(on, "contender")) {
                    points.add(new ScalePoint(
                            name(value)
                                    + (backend.isEmpty() || backend.equals("hashmap") ? "" : ", " + backend)
                                    + (job.equals("job") ? "" : ", " + job.replace("job@", "the job as of ")),
                            job.equals("job"),
                            Results.where(on, "contender", job)));
                }
            }
        }
        return points;
    }

    private static String name(String value) {
        if (isNumber(value)) {
            return String.format(Locale.ROOT, "%,d", Long.parseLong(value));
        }
        return value.replace("PT", "")
                .replace("P", "")
                .replace("/", " every ")
                .replace("+", ", growing by ")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isNumber(String value) {
        return value.chars().allMatch(Character::isDigit);
    }
}
