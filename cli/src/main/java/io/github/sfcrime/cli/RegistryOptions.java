package io.github.sfcrime.cli;

import io.github.sfcrime.schemas.RegistrySettings;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a schema registry. */
public final class RegistryOptions {

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description =
                    "A schema registry, as http://localhost:8081. With it records are read, and calls written, in the Confluent wire format, their"
                            + " schema registered under TOPIC-value (default: Avro single-object encoding, which needs none).")
    private @Nullable String url;

    @Option(
            names = "--schema-registry-config",
            paramLabel = "FILE",
            description = "A properties file of settings for the registry: basic.auth.user.info=USER:PASSWORD where it"
                    + " asks for them; ssl.truststore.location, ssl.truststore.password and ssl.truststore.type where"
                    + " Java does not trust its certificate.")
    private @Nullable Path file;

    /**
     * The registry, to which nothing is sent yet; null if none is named.
     *
     * @throws UserErrorException if the settings are wrong
     */
    public @Nullable SchemaRegistry registry() {
        if (url == null) {
            if (file != null) {
                throw new UserErrorException("--schema-registry-config is about --schema-registry: add that");
            }
            return null;
        }
        try {
            Properties settings =
                    file == null ? new Properties() : PropertiesFile.read("--schema-registry-config", file);
            return SchemaRegistry.at(RegistrySettings.of(url, settings));
        } catch (IllegalArgumentException e) {
            throw new UserErrorException("--schema-registry: " + e.getMessage(), e);
        }
    }
}
