package io.github.sfcrime.job.guard;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings that decide what an operator's state means, by the name that a user gives them. */
public final class StateSettings implements Serializable {

    /** Value of a setting that is not given. */
    static final String NONE = "none";

    private final Map<String, String> values;

    private StateSettings(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    public static StateSettings none() {
        return new StateSettings(new LinkedHashMap<>());
    }

    /** These and one more; a name such as {@code --window} is written into savepoints and means the same for ever. */
    public StateSettings with(String name, @Nullable Duration value) {
        return with(name, value == null ? NONE : text(value));
    }

    /** These and one more, as the command line spells it. */
    public StateSettings with(String name, Enum<?> value) {
        return with(name, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
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

    /** Whole days are days, although {@link Duration} would tell them in hours. */
    private static String text(Duration value) {
        boolean wholeDays = !value.isZero() && value.equals(Duration.ofDays(value.toDays()));
        return wholeDays ? "P" + value.toDays() + "D" : value.toString();
    }
}
