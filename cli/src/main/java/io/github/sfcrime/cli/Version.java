package io.github.sfcrime.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
public final class Version implements IVersionProvider {

    private static final String WRITTEN_BY_THE_BUILD = "version.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream(WRITTEN_BY_THE_BUILD)) {
            properties.load(Objects.requireNonNull(resource, WRITTEN_BY_THE_BUILD));
        }
        return new String[] {"sfcrime " + properties.getProperty("version")};
    }
}
