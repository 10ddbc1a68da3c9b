package io.github.sfcrime.job.failures;

import java.util.Optional;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;

/** Errors of the job as Flink's client shows them: one line, or a stack trace where that is needed. */
public final class ClientErrors {

    private ClientErrors() {}

    /** An exception of which the client prints one line, the message of {@code cause}. */
    public static RuntimeException oneLine(Throwable cause) {
        return (RuntimeException)
                new ProgramParametrizationException(String.valueOf(cause.getMessage())).initCause(cause);
    }

    /** Executes the job, and waits for its end in attached mode. */
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
