package io.github.sfcrime.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Reads the file of properties that an option names. */
final class PropertiesFile {

    private PropertiesFile() {}

    /** @throws UserErrorException if it cannot be read */
    static Properties read(String option, Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserErrorException("cannot read " + option + " " + path + ": " + Errors.reason(e), e);
        }
        return properties;
    }
}
