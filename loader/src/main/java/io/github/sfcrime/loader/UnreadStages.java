package io.github.sfcrime.loader;

import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.Shown;
import io.github.sfcrime.loader.call.UnfitValueException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The times of stages and the coordinates that could not be read: how many, and the first of them. */
final class UnreadStages {

    private long count;
    private @Nullable String first;

    /** Takes those of one record. */
    Consumer<UnfitValueException> of(RawCall raw) {
        return unreadable -> add(raw.position(), unreadable);
    }

    private void add(Position position, UnfitValueException unreadable) {
        count++;
        if (first == null) {
            first = position + ": " + unreadable.field() + " '" + Shown.text(String.valueOf(unreadable.value())) + "' "
                    + Shown.text(String.valueOf(unreadable.getMessage()), 200);
        }
    }

    /** What there is to say about them, if there are any. */
    Optional<String> remark() {
        return count == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "times of stages and coordinates that could not be read were left out: %,d; the first: %s",
                        count,
                        first));
    }
}
