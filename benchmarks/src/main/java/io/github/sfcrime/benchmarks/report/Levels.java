package io.github.sfcrime.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A setting and its values, the least first.
 *
 * @param name the setting
 * @param values its values
 */
record Levels(String name, List<String> values) {

    /** The settings that have more than one value. */
    static List<Levels> varied(List<Map<String, String>> settings) {
        List<Levels> all = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        settings.forEach(each -> names.addAll(each.keySet()));
        for (String name : names) {
            List<String> values = settings.stream()
                    .map(each -> each.getOrDefault(name, ""))
                    .distinct()
                    .sorted(Comparator.comparingDouble(Levels::size).thenComparing(Comparator.naturalOrder()))
                    .toList();
            if (values.size() > 1) {
                all.add(new Levels(name, values));
            }
        }
        return all;
    }

    /** Those of two values. */
    static List<Levels> ofTwo(List<Map<String, String>> settings) {
        return varied(settings).stream()
                .filter(each -> each.values().size() == 2)
                .toList();
    }

    /** Numbers with a unit by what they come to; 1500m is less than 3g. */
    private static double size(String value) {
        String digits = value.replaceAll("[^0-9.].*$", "");
        if (digits.isEmpty()) {
            return 0;
        }
        String unit = value.substring(digits.length()).strip();
        return Double.parseDouble(digits)
                * switch (unit) {
                    case "g", "gb" -> 1 << 30;
                    case "m", "mb" -> 1 << 20;
                    case "k", "kb" -> 1 << 10;
                    case "s" -> 1_000;
                    case "min" -> 60_000;
                    default -> 1;
                };
    }

    boolean isSecond(Map<String, String> settings) {
        return values.get(1).equals(settings.get(name));
    }

    /** The name without what it has in common with many. */
    String shortName() {
        return name.replaceFirst("^(cluster\\.taskmanager|cluster|flink\\.execution|flink|kafka|job)\\.", "");
    }

    /** The name and the values. */
    String told() {
        return shortName() + ": " + String.join(" to ", values);
    }
}
