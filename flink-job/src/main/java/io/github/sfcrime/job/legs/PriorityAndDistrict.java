package io.github.sfcrime.job.legs;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A priority and a police district as one text, by which calls are grouped; a missing one is the empty text.
 *
 * @param priority the priority
 * @param district the district
 */
public record PriorityAndDistrict(String priority, String district) {

    private static final char END_OF_LENGTH = ' ';

    /** Those of a call. */
    public static PriorityAndDistrict of(@Nullable String priority, @Nullable String district) {
        return new PriorityAndDistrict(
                Objects.requireNonNullElse(priority, ""), Objects.requireNonNullElse(district, ""));
    }

    /** Those in a {@link #text}. */
    public static PriorityAndDistrict in(String text) {
        int start = text.indexOf(END_OF_LENGTH) + 1;
        int end = start + Integer.parseInt(text, 0, start - 1, 10);
        return new PriorityAndDistrict(text.substring(start, end), text.substring(end));
    }

    /** The length of the priority, the priority and the district: no two pairs have the same. */
    public String text() {
        return priority.length() + (END_OF_LENGTH + priority) + district;
    }
}
