package io.github.sfcrime.job.guard;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings on which the meaning of an operator's state depends, by their option names. */
public final class StateSettings implements Serializable {

    /** The value of a setting that is not given. */
    static final String NONE = "none";

    private final Map<String, String> values;

    private StateSettings(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    public static StateSettings none() {
        return new StateSettings(new LinkedHashMap<>());
    }

    /** These and one more; its name, such as {@code --window}, is written to savepoints and must never change. */
    public StateSettings with(String name, @Nullable Duration value) {
        return with(name, value == null ? NONE : text(value));
    }

    /** These and one that was not given. */
    public StateSettings without(String name) {
        return with(name, NONE);
    }

    /** These and one more, in the notation of the command line. */
    public StateSettings with(String name, Enum<?> value) {
        return with(name, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** These and one more, which has a duration for each of some names. */
    public StateSettings with(String name, Map<String, Duration> durations) {
        String all = new TreeMap<>(durations)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + text(one.getValue()))
                        .collect(Collectors.joining(" "));
        return with(name, all.isEmpty() ? NONE : all);
    }

    /** These and those. */
    public StateSettings and(StateSettings others) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.putAll(others.values);
        return new StateSettings(more);
    }

    private StateSettings with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new StateSettings(more);
    }

    Map<String, String> values() {
        return values;
    }

    /** Whole days as days, which {@link Duration} writes as hours. */
    private static String text(Duration value) {
        boolean wholeDays = !value.isZero() && value.equals(Duration.ofDays(value.toDays()));
        return wholeDays ? "P" + value.toDays() + "D" : value.toString();
    }
}
