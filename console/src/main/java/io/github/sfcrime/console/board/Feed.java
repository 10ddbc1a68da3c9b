package io.github.sfcrime.console.board;

import io.github.sfcrime.console.topic.TopicRecord;

/** What the board takes from one topic. */
interface Feed {

    /** Forgets every row, because the topic is read from its beginning again. */
    void clear();

    /** Says how far the reading of the topic has come. */
    void phase(SourceState.Phase now);

    /** Takes the next record, or counts it where it is no row of the topic's kind. */
    void take(TopicRecord record);
}
