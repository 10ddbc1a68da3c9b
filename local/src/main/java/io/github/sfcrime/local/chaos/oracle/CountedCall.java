package io.github.sfcrime.local.chaos.oracle;

import java.time.LocalDateTime;

/**
 * The part of a call that is counted.
 *
 * @param time when it was made
 * @param type its type
 * @param disposition how it ended, empty where that is unknown
 */
public record CountedCall(LocalDateTime time, String type, String disposition) {}
