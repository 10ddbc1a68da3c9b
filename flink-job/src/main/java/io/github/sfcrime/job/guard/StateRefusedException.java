package io.github.sfcrime.job.guard;

import io.github.sfcrime.job.failures.PermanentFailure;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** State that must not be gone on with. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class StateRefusedException extends PermanentFailure {

    public StateRefusedException(String message) {
        super(message);
    }
}
