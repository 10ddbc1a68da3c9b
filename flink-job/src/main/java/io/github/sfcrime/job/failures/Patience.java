package io.github.sfcrime.job.failures;

import java.time.Duration;
import org.apache.flink.api.common.time.Deadline;
import org.apache.flink.client.deployment.application.executors.EmbeddedExecutor;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Retries of what a job's {@code main} asks Kafka, a registry or a database. In a client there are none: its user
 * starts the job again. A JobManager with high availability runs {@code main} again after a failover, and an exception
 * there ends the job and deletes its checkpoints: it retries for an hour.
 */
public final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration IN_JOB_MANAGER = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Duration patience;
    private final Deadline deadline;

    Patience(Duration patience) {
        this.patience = patience;
        deadline = Deadline.fromNow(patience);
    }

    /** The retries for that configuration, in the client or in the JobManager. */
    public static Patience of(ReadableConfig configuration) {
        boolean inJobManager = EmbeddedExecutor.NAME.equals(configuration.get(DeploymentOptions.TARGET));
        boolean failsOver = !configuration.get(HighAvailabilityOptions.HA_MODE).equalsIgnoreCase("NONE");
        return new Patience(inJobManager && failsOver ? IN_JOB_MANAGER : Duration.ZERO);
    }

    /** Whether this may run in a JobManager after a failover. */
    public boolean mayBeFailover() {
        return !patience.isZero();
    }

    /**
     * The answer, after as many tries as it takes.
     *
     * @throws TransientFailure of the last try, when the time is up
     */
    public <T> T ask(Question<T> question) throws InterruptedException {
        while (true) {
            try {
                return question.ask();
            } catch (TransientFailure e) {
                if (!deadline.hasTimeLeft()) {
                    throw e;
                }
                LOG.warn("{} (asked again for {} since the start)", e.getMessage(), patience);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /**
     * A request to another system.
     *
     * @param <T> the answer
     */
    @FunctionalInterface
    public interface Question<T> {

        /**
         * Sends the request.
         *
         * @throws TransientFailure if a later try may succeed
         */
        T ask() throws InterruptedException;
    }
}
