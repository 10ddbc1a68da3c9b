package io.github.sfcrime.local.chaos.oracle;

import io.github.sfcrime.local.stack.Delivery;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what was written with what must have been: a line for each row, call or dead letter that is not as it must be. */
public final class Differences {

    private final Expectation expected;
    private final Written written;
    private final Delivery delivery;
    private final List<String> lines = new ArrayList<>();

    private Differences(Expectation expected, Written written, Delivery delivery) {
        this.expected = expected;
        this.written = written;
        this.delivery = delivery;
    }

    public static List<String> between(Expectation expected, Written written, Delivery delivery) {
        Differences differences = ofRows(expected, written, delivery);
        differences.compare("late call", expected.late(), written.late());
        differences.compare("dead letter", expected.setAside(), written.setAside());
        return List.copyOf(differences.lines);
    }

    /** The same for rows in a table, where there is one for each key. */
    public static List<String> betweenRows(Expectation expected, Written written) {
        return List.copyOf(ofRows(expected, written, Delivery.EXACTLY_ONCE).lines);
    }

    private static Differences ofRows(Expectation expected, Written written, Delivery delivery) {
        Differences differences = new Differences(expected, written, delivery);
        differences.missingRows();
        differences.rowsThatAreThere();
        return differences;
    }

    private void missingRows() {
        Set<LocalDateTime> begun =
                written.rows().keySet().stream().map(Group::window).collect(Collectors.toSet());
        new TreeMap<>(expected.rows()).forEach((group, count) -> {
            if (!written.rows().containsKey(group)) {
                String torn = begun.contains(group.window()) ? ", though other rows of its window are there" : "";
                lines.add("row is missing: " + group + " = " + count + torn);
            }
        });
    }

    private void rowsThatAreThere() {
        new TreeMap<>(written.rows()).forEach((group, counts) -> {
            if (group.window().plusHours(1).isAfter(expected.closed())) {
                return;
            }
            Count wanted = expected.rows().get(group);
            if (wanted == null) {
                lines.add("row of no call: " + group + " = " + counts);
            } else if (counts.stream().anyMatch(count -> !count.equals(wanted))) {
                lines.add("row is wrong: " + group + " = " + counts + ", not " + wanted);
            } else if (counts.size() > 1 && delivery == Delivery.EXACTLY_ONCE) {
                lines.add("row is there " + counts.size() + " times: " + group + " = " + wanted);
            }
        });
    }

    private void compare(String what, Set<Place> wanted, Map<Place, Integer> found) {
        for (Place place : new TreeSet<>(wanted)) {
            int times = found.getOrDefault(place, 0);
            if (times == 0) {
                lines.add(what + " is missing: " + place);
            } else if (times > 1 && delivery == Delivery.EXACTLY_ONCE) {
                lines.add(what + " is there " + times + " times: " + place);
            }
        }
        for (Place place : new TreeSet<>(found.keySet())) {
            if (expected.covers(place) && !wanted.contains(place)) {
                lines.add(what + " that is none: " + place);
            }
        }
    }
}
