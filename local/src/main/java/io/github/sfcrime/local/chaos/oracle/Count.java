package io.github.sfcrime.local.chaos.oracle;

import io.github.sfcrime.schemas.RadioCodes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of its group.
 *
 * @param calls how many calls
 * @param description what the disposition means, null where the radio codes do not have it
 */
public record Count(long calls, @Nullable String description) {

    private static final Map<String, String> RADIO_CODES = RadioCodes.builtIn();

    /** The row that a group of that many calls must have. */
    static Count of(Group group, long calls) {
        return new Count(calls, RADIO_CODES.get(group.disposition()));
    }

    @Override
    public String toString() {
        return calls + " (" + description + ")";
    }
}
