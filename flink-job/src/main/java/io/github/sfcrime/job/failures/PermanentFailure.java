package io.github.sfcrime.job.failures;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.jspecify.annotations.Nullable;

/** A failure that a restart would repeat: it ends the job. Its message is one line that says what to do. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public class PermanentFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A failure with that line. */
    public PermanentFailure(String line) {
        this(line, null);
    }

    /** A failure with that line and its cause. */
    public PermanentFailure(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
