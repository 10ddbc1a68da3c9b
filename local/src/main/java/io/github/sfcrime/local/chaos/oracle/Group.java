package io.github.sfcrime.local.chaos.oracle;

import java.time.LocalDateTime;

/**
 * What a row counts, which is its key.
 *
 * @param window the beginning of its window
 * @param type the type of its calls
 * @param disposition how they ended, empty where that is unknown
 */
public record Group(LocalDateTime window, String type, String disposition) implements Comparable<Group> {

    @Override
    public int compareTo(Group other) {
        int byWindow = window.compareTo(other.window);
        if (byWindow != 0) {
            return byWindow;
        }
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : disposition.compareTo(other.disposition);
    }

    @Override
    public String toString() {
        return window + " " + type + "/" + disposition;
    }
}
