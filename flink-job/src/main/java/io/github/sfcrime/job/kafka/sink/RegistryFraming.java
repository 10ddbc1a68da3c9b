package io.github.sfcrime.job.kafka.sink;

import io.github.sfcrime.job.failures.TransientFailure;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.schemas.ConfluentFormat;
import io.github.sfcrime.schemas.RegistryAwayException;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The Confluent wire format: the id that the registry gave the schema under the subject of the query's topic. */
public final class RegistryFraming implements Framing {

    private final Map<Query, byte[]> keyHeaders = new EnumMap<>(Query.class);
    private final Map<Query, byte[]> rowHeaders = new EnumMap<>(Query.class);

    /**
     * Registers what is not registered yet.
     *
     * @throws TransientFailure if the registry does not answer
     * @throws IllegalArgumentException if it refuses a schema
     */
    public RegistryFraming(SchemaRegistry registry, Set<Query> queries) {
        try {
            for (Query query : queries) {
                String topic = query.topic().name();
                keyHeaders.put(query, ConfluentFormat.header(registry.register(topic + "-key", query.keySchema())));
                rowHeaders.put(query, ConfluentFormat.header(registry.register(topic + "-value", query.rowSchema())));
            }
        } catch (RegistryAwayException e) {
            throw new TransientFailure(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public byte[] keyHeader(Query query) {
        return Objects.requireNonNull(keyHeaders.get(query));
    }

    @Override
    public byte[] rowHeader(Query query) {
        return Objects.requireNonNull(rowHeaders.get(query));
    }
}
