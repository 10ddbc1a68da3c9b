package io.github.sfcrime.job.guard;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** State that must not be gone on with; no restart mends that, so that Flink ends the job. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class StateRefusedException extends RuntimeException {

    public StateRefusedException(String message) {
        super(message);
    }
}
