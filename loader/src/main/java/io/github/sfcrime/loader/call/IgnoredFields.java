package io.github.sfcrime.loader.call;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names of fields that calls do not have: the first few, because a source may have any number of them. */
public final class IgnoredFields {

    /** The maximum number of names that are reported. */
    public static final int TOLD = 20;

    private final Set<String> names = new HashSet<>();

    public void add(String name) {
        if (names.size() <= TOLD && !name.isBlank()) {
            names.add(name);
        }
    }

    /** Whether there are more than that. */
    public boolean areMany() {
        return names.size() > TOLD;
    }

    /** The names in printable form, at most {@link #TOLD} and one more. */
    public Set<String> names() {
        return names.stream().map(Shown::text).collect(Collectors.toCollection(TreeSet::new));
    }
}
