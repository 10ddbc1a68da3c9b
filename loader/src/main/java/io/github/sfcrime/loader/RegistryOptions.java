package io.github.sfcrime.loader;

import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.ConfluentFormat;
import io.github.sfcrime.schemas.IncompatibleSchemaException;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how a record names its schema. */
final class RegistryOptions {

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "Send records in the Confluent wire format, their schema registered there under TOPIC-value"
                    + " (default: Avro single-object encoding, which needs no registry).")
    private @Nullable String url;

    /** Gives a call's bytes; with a registry the schema is registered now, so that one it refuses is known at once. */
    Function<CallForService, byte[]> format(String topic) throws IOException {
        WireFormat<CallForService> format = new WireFormat<>(CallForService.getClassSchema());
        if (url == null) {
            return format::encode;
        }
        int id = register(url, topic + "-value");
        return call -> ConfluentFormat.frame(id, format.encode(call));
    }

    private static int register(String url, String subject) throws IOException {
        try {
            return SchemaRegistry.at(url).register(subject, CallForService.getClassSchema());
        } catch (IllegalArgumentException | IncompatibleSchemaException e) {
            throw new UserErrorException(String.valueOf(e.getMessage()));
        }
    }
}
