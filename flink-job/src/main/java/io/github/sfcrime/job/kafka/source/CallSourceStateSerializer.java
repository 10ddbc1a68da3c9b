package io.github.sfcrime.job.kafka.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** The topic's name, its id (empty where there is none), then the connector's version and bytes. */
final class CallSourceStateSerializer implements SimpleVersionedSerializer<CallSourceState> {

    private static final int VERSION = 1;

    private final SimpleVersionedSerializer<KafkaSourceEnumState> connector;

    CallSourceStateSerializer(SimpleVersionedSerializer<KafkaSourceEnumState> connector) {
        this.connector = connector;
    }

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(CallSourceState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(state.topic());
        out.writeUTF(Objects.requireNonNullElse(state.topicId(), ""));
        out.writeInt(connector.getVersion());
        out.write(connector.serialize(state.partitions()));
        return bytes.toByteArray();
    }

    @Override
    public CallSourceState deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException(
                    "cannot read the state of the source of calls: this version knows " + VERSION + ": " + version);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        String topic = in.readUTF();
        @Nullable String topicId = in.readUTF();
        int connectorVersion = in.readInt();
        return new CallSourceState(
                topic, topicId.isEmpty() ? null : topicId, connector.deserialize(connectorVersion, in.readAllBytes()));
    }
}
