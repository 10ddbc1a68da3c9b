package io.github.sfcrime.job.arguments;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * A file of properties that a setting names.
 *
 * @param content what is in it
 */
public record PropertiesFile(Properties content) {

    static PropertiesFile read(String file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new TypeConversionException("is no properties file that can be read: " + file);
        }
        return new PropertiesFile(properties);
    }

    /** Its content, nothing where none is named. */
    public static Properties contentOf(@Nullable PropertiesFile file) {
        return file == null ? new Properties() : file.content();
    }
}
