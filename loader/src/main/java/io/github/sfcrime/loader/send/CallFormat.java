package io.github.sfcrime.loader.send;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.ConfluentFormat;
import io.github.sfcrime.schemas.IncompatibleSchemaException;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a call's bytes name their schema. */
public final class CallFormat {

    private CallFormat() {}

    /**
     * Gives a call's bytes, to one thread.
     *
     * @param registry in which the schema is registered now, so that one it refuses is known at once; null for Avro
     *     single-object encoding
     */
    public static Function<CallForService, byte[]> of(@Nullable SchemaRegistry registry, String topic)
            throws IOException {
        byte[] header = registry == null
                ? WireFormat.header(CallForService.getClassSchema())
                : ConfluentFormat.header(register(registry, topic + "-value"));
        return new CallEncoder(header)::encode;
    }

    private static int register(SchemaRegistry registry, String subject) throws IOException {
        try {
            return registry.register(subject, CallForService.getClassSchema());
        } catch (IncompatibleSchemaException e) {
            throw new UserErrorException(String.valueOf(e.getMessage()), e);
        }
    }
}
