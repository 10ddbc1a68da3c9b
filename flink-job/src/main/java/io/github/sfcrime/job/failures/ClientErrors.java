package io.github.sfcrime.job.failures;

import java.util.Optional;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;

/** What Flink's client shows a user of a job that can't be put together or has failed: one line where one says it all. */
public final class ClientErrors {

    private ClientErrors() {}

    /** What the client prints as the message of {@code cause} alone. */
    public static RuntimeException oneLine(Throwable cause) {
        return (RuntimeException)
                new ProgramParametrizationException(String.valueOf(cause.getMessage())).initCause(cause);
    }

    /** Runs the job, and waits for its end where the client does. */
    public static void execute(StreamExecutionEnvironment environment, String name) throws Exception {
        try {
            environment.execute(name);
        } catch (Exception e) {
            throw permanent(e)
                    .<Exception>map(failure -> (Exception)
                            new ProgramParametrizationException(String.valueOf(failure.getMessage())).initCause(e))
                    .orElse(e);
        }
    }

    private static Optional<PermanentFailure> permanent(Throwable failure) {
        return ExceptionUtils.findSerializedThrowable(
                failure, PermanentFailure.class, ClientErrors.class.getClassLoader());
    }
}
