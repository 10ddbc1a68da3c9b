package io.github.sfcrime.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The local stack that a command is about, running or not.
 *
 * @param directory where it is
 * @param asked what names it, {@code --dir} or an environment variable; null for the default
 * @param brokerVariable the brokers that an environment variable names, which other stacks give way to; null for none
 */
public record StackOfThisMachine(
        Path directory, @Nullable String asked, @Nullable String brokerVariable) {

    static final String DIRECTORY_VARIABLE = "SFCRIME_DIR";
    static final String BROKERS_VARIABLE = "SFCRIME_BOOTSTRAP_SERVERS";

    public static StackOfThisMachine of(@Nullable Path option, Map<String, String> environment) {
        if (option != null) {
            return new StackOfThisMachine(option, "--dir", null);
        }
        String variable = environment.get(DIRECTORY_VARIABLE);
        String brokers = environment.get(BROKERS_VARIABLE);
        return variable == null || variable.isEmpty()
                ? new StackOfThisMachine(
                        Path.of(System.getProperty("sfcrime.home", "")).resolve(".sfcrime"), null, brokers)
                : new StackOfThisMachine(Path.of(variable), DIRECTORY_VARIABLE, brokers);
    }

    /** Of the root of a command. */
    public static Optional<StackOfThisMachine> of(CommandSpec command) {
        return command.root().userObject() instanceof Sfcrime sfcrime ? Optional.of(sfcrime.stack()) : Optional.empty();
    }

    /** A command for this stack as it can be typed: under the name that this program was started by, with the same options. */
    public String command(String name) {
        return System.getProperty("sfcrime.command", "sfcrime") + " " + name
                + ("--dir".equals(asked) ? " --dir " + directory : "");
    }

    /**
     * The address of its broker.
     *
     * @throws UserErrorException if a stack was asked for that is not up
     */
    Address brokers(String otherwise) {
        return brokerVariable != null && !brokerVariable.isEmpty()
                ? new Address(brokerVariable, " (" + BROKERS_VARIABLE + ")")
                : address(StackAddresses.BROKERS, otherwise);
    }

    /**
     * The address of its Flink.
     *
     * @throws UserErrorException if a stack was asked for that is not up
     */
    public Address flink(String otherwise) {
        return address(StackAddresses.FLINK, otherwise);
    }

    private Address address(String key, String otherwise) {
        Optional<String> noted = new StackAddresses(directory).find(key);
        if (noted.isPresent()) {
            return new Address(noted.get(), " (the stack in " + directory + ")");
        }
        if (asked != null) {
            throw new UserErrorException("no stack is up in " + directory + " (" + asked + "): start it with "
                    + command("up") + ", or name another");
        }
        return new Address(otherwise, "");
    }

    /**
     * An address.
     *
     * @param value as its clients take it
     * @param origin where it is from, in brackets, for messages; empty for the default
     */
    public record Address(String value, String origin) {}
}
