package io.github.sfcrime.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps what a job in this JVM wrote. */
final class CollectSink<T> implements Sink<T>, AutoCloseable {

    private static final Map<String, List<Object>> COLLECTED = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();

    CollectSink() {
        COLLECTED.put(id, Collections.synchronizedList(new ArrayList<>()));
    }

    @SuppressWarnings("unchecked") // only this sink's writers put anything under its id
    List<T> collected() {
        return (List<T>) (List<?>) Objects.requireNonNull(COLLECTED.get(id));
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        List<Object> written = Objects.requireNonNull(COLLECTED.get(id));
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context writing) {
                written.add(element);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {
        COLLECTED.remove(id);
    }
}
