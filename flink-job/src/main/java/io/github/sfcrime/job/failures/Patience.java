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
 * How long what a job's {@code main} asks of the outside world is asked again where it is away. A client asks once, and its
 * user again. A JobManager with high availability runs {@code main} anew after each of its failures, and giving up there
 * ends the job and deletes its checkpoints: it asks for an hour.
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

    /** The patience that is due where a job of that configuration is put together. */
    public static Patience of(ReadableConfig configuration) {
        boolean inJobManager = EmbeddedExecutor.NAME.equals(configuration.get(DeploymentOptions.TARGET));
        boolean failsOver = !configuration.get(HighAvailabilityOptions.HA_MODE).equalsIgnoreCase("NONE");
        return new Patience(inJobManager && failsOver ? IN_JOB_MANAGER : Duration.ZERO);
    }

    /** Whether a JobManager that has failed over may be where this is asked. */
    public boolean mayBeFailover() {
        return !patience.isZero();
    }

    /**
     * The answer, as soon as there is one.
     *
     * @throws TransientFailure the last one, if there is still none when patience ends
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
     * Something that is asked of the outside world.
     *
     * @param <T> the answer
     */
    @FunctionalInterface
    public interface Question<T> {

        /**
         * Asks it.
         *
         * @throws TransientFailure if it is worth asking again
         */
        T ask() throws InterruptedException;
    }
}
