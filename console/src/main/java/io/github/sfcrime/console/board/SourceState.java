package io.github.sfcrime.console.board;

/**
 * How it stands with the topic that the counts come from.
 *
 * @param phase what is going on
 * @param skipped records of the topic that are no counts
 */
record SourceState(String topic, String brokers, Phase phase, long skipped) {

    /** What is going on between the board and the topic, under the names that the page has for it. */
    enum Phase {
        /** What is there already is being read. */
        reading,
        /** All that is there has been read, and what comes is shown at once. */
        live,
        /** The broker has no such topic yet. */
        missing,
        /** No broker answers. */
        away
    }
}
