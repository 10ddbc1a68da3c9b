package io.github.sfcrime.console.watch;

import io.github.sfcrime.cli.Failure;

/** A webhook does not take a row, and would not take it later. */
final class WebhookFailure extends Failure {

    WebhookFailure(String message) {
        super(message);
    }
}
