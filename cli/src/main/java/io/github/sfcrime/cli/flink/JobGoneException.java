package io.github.sfcrime.cli.flink;

/** Flink does not know the job, or no longer. */
public final class JobGoneException extends FlinkFailure {

    public JobGoneException(String message) {
        super(message, null);
    }
}
