package io.github.sfcrime.cli.output;

import java.io.IOException;

/** The terminal that a command runs on. */
public final class Terminal {

    private Terminal() {}

    /** Whether standard error is a terminal, which Java cannot tell; POSIX's {@code test} can. */
    public static boolean isStandardError() {
        try {
            return new ProcessBuilder("test", "-t", "2")
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
