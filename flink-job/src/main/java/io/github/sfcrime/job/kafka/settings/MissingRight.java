package io.github.sfcrime.job.kafka.settings;

import io.github.sfcrime.job.failures.PermanentFailure;
import java.util.Optional;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.common.errors.AuthorizationException;

/** What a job that runs is not allowed to by Kafka. A restart does not change that, so that it ends the job. */
public final class MissingRight {

    private MissingRight() {}

    /**
     * The failure that ends the job, where Kafka does not allow something.
     *
     * @param attempt what was attempted
     */
    public static Optional<PermanentFailure> in(Throwable failure, String attempt) {
        return ExceptionUtils.findThrowable(failure, AuthorizationException.class)
                .map(refused -> new PermanentFailure(
                        attempt + ": Kafka does not allow this user to (" + refused.getMessage()
                                + "); grant it the right, and start the job from its latest checkpoint",
                        failure));
    }
}
