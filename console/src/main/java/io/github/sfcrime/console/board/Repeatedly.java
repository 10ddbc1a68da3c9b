package io.github.sfcrime.console.board;

import java.time.Duration;

/** Repeats an action at an interval until its thread is interrupted. */
record Repeatedly(Runnable look, Duration pause) implements Runnable {

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look.run();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
