package io.github.sfcrime.console.board;

import org.jspecify.annotations.Nullable;

/**
 * The state of the topic of counts.
 *
 * @param phase what is going on
 * @param skipped records of the topic that are no result rows
 * @param latestRow when the latest of its records was appended, in milliseconds since 1970, null before the first
 */
record SourceState(
        String topic,
        String brokers,
        Phase phase,
        long skipped,
        @Nullable Long latestRow) {

    /** The phases of reading the topic, by their names on the page. */
    enum Phase {
        /** Existing records are being read. */
        reading,
        /** All existing records have been read; new ones are shown at once. */
        live,
        /** The topic does not exist yet. */
        missing,
        /** No broker answers. */
        away
    }
}
