package io.github.sfcrime.cli;

/** Says that a job can no longer be asked about: it has ended, or Flink does not know it. */
public final class JobGoneException extends FlinkFailure {

    public JobGoneException(String message) {
        super(message, null);
    }
}
