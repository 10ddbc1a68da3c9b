package io.github.sfcrime.cli;

import io.github.sfcrime.schemas.SchemaRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where records name their schemas. */
public final class RegistryOptions {

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "A schema registry, as http://localhost:8081, with USER:PASSWORD@ before the host where it"
                    + " asks for them. With it records are read, and calls written, in the Confluent wire format, their"
                    + " schema registered under TOPIC-value (default: Avro single-object encoding, which needs none).")
    private @Nullable String url;

    /**
     * The registry, which is not talked to yet; null if none is named.
     *
     * @throws UserErrorException if what is named is none
     */
    public @Nullable SchemaRegistry registry() {
        try {
            return url == null ? null : SchemaRegistry.at(url);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException("--schema-registry: " + e.getMessage(), e);
        }
    }
}
