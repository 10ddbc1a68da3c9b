package io.github.sfcrime.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Failures of Kafka's clients in words for a user. */
final class KafkaFailures {

    private KafkaFailures() {}

    /** The message, with the brokers' address where the command has {@link KafkaOptions}. */
    static String reason(KafkaException failure, CommandLine command) {
        Optional<String> brokers = brokers(command.getCommandSpec());
        if (brokers.isPresent() && isCausedBy(failure, TimeoutException.class)) {
            return "no Kafka broker answers at " + brokers.get()
                    + ": is it running, and is that its address (-b) and security protocol?";
        }
        if (brokers.isPresent() && failure instanceof AuthenticationException) {
            return "the Kafka broker at " + brokers.get() + " refuses the login of --kafka-config or -X: "
                    + Errors.reason(failure);
        }
        return Errors.reason(failure);
    }

    static int exitCode(KafkaException failure) {
        return failure instanceof InvalidTopicException ? Errors.USER_ERRED : Errors.WORLD_FAILED;
    }

    private static Optional<String> brokers(CommandSpec command) {
        return command.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(KafkaOptions.class::isInstance)
                .map(options -> ((KafkaOptions) options).brokersAndOrigin())
                .findFirst();
    }

    private static boolean isCausedBy(Throwable failure, Class<?> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(type::isInstance);
    }
}
