package io.github.sfcrime.loader.send;

import io.github.sfcrime.cli.UserErrorException;
import picocli.CommandLine.Option;

/** The options for loads that can be started again. */
public final class OnceOptions {

    @Option(
            names = "--exactly-once",
            description = "Load in transactions that carry the load's position: killed at any moment and started again"
                    + " with the same arguments, it goes on where it stopped, and a reader of committed records sees"
                    + " each call once. Not for standard input or --follow.")
    private boolean exactlyOnce;

    @Option(
            names = "--restart",
            description = "With --exactly-once: forget the position of an earlier start and load from the beginning.")
    private boolean restart;

    public boolean isExactlyOnce() {
        return exactlyOnce;
    }

    public boolean isRestart() {
        return restart;
    }

    /** Refuses what cannot be loaded exactly once. */
    public void check(boolean readsStandardInput) {
        if (restart && !exactlyOnce) {
            throw new UserErrorException("--restart is about the position of an --exactly-once load: add that");
        }
        if (exactlyOnce && readsStandardInput) {
            throw new UserErrorException(
                    "--exactly-once cannot read standard input a second time: load from a file instead");
        }
    }
}
