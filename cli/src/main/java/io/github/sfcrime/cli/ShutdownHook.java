package io.github.sfcrime.cli;

/** An action for the end of this JVM, until it is cancelled. */
public final class ShutdownHook {

    private final Thread thread;

    /** Registers the action, which runs in a thread of that name. */
    public ShutdownHook(Runnable action, String name) {
        thread = new Thread(action, name);
        Runtime.getRuntime().addShutdownHook(thread);
    }

    /** Unregisters the action, unless the JVM is shutting down already. */
    public void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException alreadyShuttingDown) {
            // The action runs, or has run.
        }
    }
}
