package io.github.sfcrime.console;

import io.github.sfcrime.schemas.SchemaRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of every command that reads records which name their schema by a registry's id. */
final class RegistryOptions {

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description =
                    "Where the schemas of records in the Confluent wire format are, as http://localhost:8081, with"
                            + " USER:PASSWORD@ before the host where it asks for them; records in our own format need none.")
    private @Nullable String url;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The registry, null if none is named.
     *
     * @throws ParameterException if what is named is none
     */
    @Nullable
    SchemaRegistry registry() {
        try {
            return url == null ? null : SchemaRegistry.at(url);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--schema-registry: " + e.getMessage(), e);
        }
    }
}
