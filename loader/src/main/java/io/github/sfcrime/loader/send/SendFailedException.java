package io.github.sfcrime.loader.send;

import java.io.IOException;

/** Kafka did not take a call, or took fewer than it acknowledged; the message says how far the sending came. */
final class SendFailedException extends IOException {

    SendFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    SendFailedException(String message) {
        super(message);
    }
}
