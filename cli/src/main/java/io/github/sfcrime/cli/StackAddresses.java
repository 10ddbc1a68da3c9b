package io.github.sfcrime.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The addresses of a stack, in files that {@code up} writes, other commands read and {@code down} removes.
 *
 * @param directory the stack's
 */
public record StackAddresses(Path directory) {

    public static final String BROKERS = "bootstrap.servers";
    public static final String FLINK = "rest.url";

    /** The address under that name, nothing where the stack is not up. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(read().getProperty(name));
    }

    public void note(String name, String address) {
        Properties addresses = read();
        addresses.setProperty(name, address);
        try (var out = Files.newBufferedWriter(file())) {
            addresses.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes all, for a stack that is no longer up. */
    public void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties read() {
        Properties addresses = new Properties();
        if (Files.exists(file())) {
            try (var in = Files.newBufferedReader(file())) {
                addresses.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return addresses;
    }

    private Path file() {
        return directory.resolve("stack.properties");
    }
}
