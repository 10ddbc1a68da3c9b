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
import org.apache.flink.util.function.SerializableFunction;

/** Keeps what a job in this JVM wrote, as texts: the elements themselves are reused. */
final class CollectSink<T> implements Sink<T>, AutoCloseable {

    private static final Map<String, List<String>> COLLECTED = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final SerializableFunction<T, String> text;

    CollectSink(SerializableFunction<T, String> text) {
        this.text = text;
        COLLECTED.put(id, Collections.synchronizedList(new ArrayList<>()));
    }

    List<String> collected() {
        return Objects.requireNonNull(COLLECTED.get(id));
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        List<String> written = collected();
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context writing) {
                written.add(text.apply(element));
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
