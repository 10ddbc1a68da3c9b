package io.github.sfcrime.loader;

import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.net.URI;
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
    private @Nullable URI url;

    /** Gives a call's bytes; with a registry the schema is registered now, so that one it refuses is known at once. */
    Function<CallForService, byte[]> format(String topic) throws IOException {
        WireFormat<CallForService> format = new WireFormat<>(CallForService.getClassSchema());
        if (url == null) {
            return format::encode;
        }
        if (url.getHost() == null || !String.valueOf(url.getScheme()).startsWith("http")) {
            throw new UserErrorException("--schema-registry must be a URL as http://localhost:8081");
        }
        int id = new RegistryClient(url).register(topic + "-value", CallForService.getClassSchema());
        return call -> RegistryClient.framed(id, format.encode(call));
    }
}
