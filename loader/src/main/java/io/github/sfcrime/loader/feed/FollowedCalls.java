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

/** The calls that were sent while a data set is followed, each by its number with a time: when it was closed, or when it was seen last where updates are followed. */
final class FollowedCalls {

    /** Calls that were closed longer before the latest one are neither asked for again nor remembered. */
    static final Duration LOOKS_BACK = Duration.ofDays(7);

    private static final int FEWEST_TO_FORGET = 10_000;

    private final @Nullable FollowState file;
    private final Supplier<LocalDateTime> now;
    private final Map<String, FollowState.Sent> calls;
    private @Nullable LocalDateTime latest;
    private int mostBeforeForgetting = FEWEST_TO_FORGET;

    /**
     * @param file where they are kept beyond the end of this program, null for nowhere
     * @param now the time in San Francisco, behind which nothing is closed
     */
    FollowedCalls(@Nullable FollowState file, Supplier<LocalDateTime> now) throws IOException {
        this.file = file;
        this.now = now;
        calls = file == null ? new HashMap<>() : file.read();
        calls.values().forEach(sent -> noteTime(sent.time()));
    }

    /** Since when calls must be closed to be asked for; null as long as all have yet to be read. */
    @Nullable
    LocalDateTime since() {
        return latest == null ? null : latest.minus(LOOKS_BACK);
    }

    boolean isRemembered(String number) {
        return calls.containsKey(number);
    }

    /** Notes that the feed still has the call; returns whether it was sent in that version last. */
    boolean seeAgain(String number, String version) {
        FollowState.Sent sent = calls.get(number);
        if (sent == null || !sent.version().equals(version)) {
            return false;
        }
        rememberVersion(number, version);
        return true;
    }

    void remember(String number, String closedAt) {
        remember(number, new FollowState.Sent(time(closedAt), ""));
    }

    void rememberVersion(String number, String version) {
        remember(number, new FollowState.Sent(now.get(), version));
    }

    private void remember(String number, FollowState.Sent sent) {
        noteTime(sent.time());
        calls.put(number, sent);
        if (calls.size() > mostBeforeForgetting) {
            forgetOld();
            mostBeforeForgetting = Math.max(FEWEST_TO_FORGET, 2 * calls.size());
        }
    }

    /** Keeps them in the file, where there is one. */
    void save() throws IOException {
        forgetOld();
        if (file != null) {
            file.write(calls);
        }
    }

    private void forgetOld() {
        LocalDateTime since = since();
        if (since != null) {
            calls.values().removeIf(sent -> sent.time().isBefore(since));
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
