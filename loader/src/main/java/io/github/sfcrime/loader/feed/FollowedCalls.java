package io.github.sfcrime.loader.feed;

import io.github.sfcrime.loader.time.CallTimes;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls that were sent while a data set is followed, each by its number with the time at which it was closed. */
final class FollowedCalls {

    /** Calls that were closed longer before the latest one are neither asked for again nor remembered. */
    static final Duration LOOKS_BACK = Duration.ofDays(7);

    private static final int FEWEST_TO_FORGET = 10_000;

    private final @Nullable FollowState file;
    private final Supplier<LocalDateTime> now;
    private final Map<String, LocalDateTime> closed;
    private @Nullable LocalDateTime latest;
    private int mostBeforeForgetting = FEWEST_TO_FORGET;

    /**
     * @param file where they are kept beyond the end of this program, null for nowhere
     * @param now the time in San Francisco, behind which nothing is closed
     */
    FollowedCalls(@Nullable FollowState file, Supplier<LocalDateTime> now) throws IOException {
        this.file = file;
        this.now = now;
        closed = file == null ? new HashMap<>() : file.read();
        closed.values().forEach(this::noteTime);
    }

    /** Since when calls must be closed to be asked for; null as long as all have yet to be read. */
    @Nullable
    LocalDateTime since() {
        return latest == null ? null : latest.minus(LOOKS_BACK);
    }

    boolean isRemembered(String number) {
        return closed.containsKey(number);
    }

    void remember(String number, String closedAt) {
        noteTime(time(closedAt));
        closed.put(number, time(closedAt));
        if (closed.size() > mostBeforeForgetting) {
            forgetOld();
            mostBeforeForgetting = Math.max(FEWEST_TO_FORGET, 2 * closed.size());
        }
    }

    /** Keeps them in the file, where there is one. */
    void save() throws IOException {
        forgetOld();
        if (file != null) {
            file.write(closed);
        }
    }

    private void forgetOld() {
        LocalDateTime since = since();
        if (since != null) {
            closed.values().removeIf(time -> time.isBefore(since));
        }
    }

    /** A time that has not come yet is a mistake, which must not make all other calls old. */
    private void noteTime(LocalDateTime time) {
        if (!time.isAfter(now.get()) && (latest == null || time.isAfter(latest))) {
            latest = time;
        }
    }

    /** What is no time makes a reject, which is not to come again at once. */
    private LocalDateTime time(String text) {
        try {
            return CallTimes.dateTime(text);
        } catch (DateTimeException e) {
            return now.get();
        }
    }
}
