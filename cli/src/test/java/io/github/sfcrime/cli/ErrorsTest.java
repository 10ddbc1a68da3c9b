package io.github.sfcrime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a failure is to the user, whichever command it happens to. */
class ErrorsTest {

    private final StringWriter err = new StringWriter();

    @Test
    void aMistakeExitsWith2() {
        assertFailure(new UserErrorException("name a file\n  to load"), 2, "work: name a file to load\n");
        assertFailure(new InvalidTopicException("Topic name is invalid"), 2, "work: Topic name is invalid\n");
    }

    @Test
    void aFileNameThatTheLocaleHasNoLettersForIsAMistake() {
        String told = "work: cannot use the file name caf??.json: this locale has no such letters, set LC_ALL=C.UTF-8"
                + " or another of UTF-8\n";
        InvalidPathException failure = new InvalidPathException("caf??.json", "unmappable characters");
        assertFailure(failure, 2, told);
    }

    @Test
    void aMistakeInTheArgumentsPointsToTheHelp() {
        assertThat(execute(new Work(new IOException()), "--fastt")).isEqualTo(2);
        assertThat(err).hasToString("work: Unknown option: '--fastt', did you mean --fast?" + " (see work --help)\n");
    }

    @Test
    void theWorldsFailureExitsWith1() {
        assertFailure(new IOException("No space left on device"), 1, "work: No space left on device\n");
        assertFailure(new Failure("cannot start") {}, 1, "work: cannot start\n");
        assertFailure(new KafkaException("no more records"), 1, "work: no more records\n");
    }

    @Test
    void aFileIsNamedWithWhatIsWrongWithIt() {
        assertFailure(new NoSuchFileException("x.json"), 1, "work: x.json: there is no such file\n");
        assertFailure(
                new UncheckedIOException(new AccessDeniedException("x.json")), 1, "work: x.json: permission denied\n");
        assertFailure(
                new FileSystemException("x.json", null, "File name too long"), 1, "work: x.json: File name too long\n");
    }

    @Test
    void anInterruptExitsWith130() {
        assertFailure(new InterruptedException(), 130, "work: interrupted\n");
        assertFailure(new InterruptedIOException(), 130, "work: interrupted\n");
        assertFailure(new ClosedByInterruptException(), 130, "work: interrupted\n");
        assertFailure(new InterruptException(new InterruptedException()), 130, "work: interrupted\n");
        Thread.interrupted();
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() {
        assertFailure(new IOException("Broken pipe"), 0, "");
        assertFailure(new UncheckedIOException(new IOException("Broken pipe")), 0, "");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNamedHoweverDeepKafkaHidesIt() {
        String explained =
                "work: no Kafka broker answers at localhost:9092: is it running, and is that its address (-b)"
                        + " and security protocol?\n";
        TimeoutException timeout = new TimeoutException("Timed out waiting for a node assignment.");
        assertFailure(timeout, 1, explained);
        assertFailure(new KafkaException("cannot create topic t", timeout), 1, explained);
        assertFailure(
                new SaslAuthenticationException("Authentication failed: Invalid username or password"),
                1,
                "work: the Kafka broker at localhost:9092 refuses the login of --kafka-config or -X: Authentication"
                        + " failed: Invalid username or password\n");
    }

    @Test
    void aBugShowsItsStackTrace() {
        assertThat(execute(new Work(new IllegalStateException("oops")))).isEqualTo(1);
        assertThat(err.toString()).startsWith("java.lang.IllegalStateException: oops\n\tat ");
    }

    private void assertFailure(Exception failure, int exitCode, String message) {
        err.getBuffer().setLength(0);
        assertThat(execute(new Work(failure))).isEqualTo(exitCode);
        assertThat(err).hasToString(message);
    }

    private int execute(Work work, String... arguments) {
        Errors errors = new Errors();
        return new CommandLine(work)
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .execute(arguments);
    }

    /** A command that fails. */
    @SuppressWarnings("UnusedVariable")
    @Command(name = "work")
    private static final class Work implements Callable<Integer> {

        private final Exception failure;

        @Option(names = "--fast")
        private boolean fast;

        @Mixin
        private KafkaOptions kafka;

        Work(Exception failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }
}
