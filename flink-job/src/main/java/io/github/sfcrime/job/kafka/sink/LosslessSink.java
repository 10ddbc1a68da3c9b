package io.github.sfcrime.job.kafka.sink;

import io.github.sfcrime.job.kafka.settings.MissingRight;
import java.io.IOException;
import java.util.Collection;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPostCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The connector's exactly-once sink, whose committer does not keep silent about what is lost. Operators and state are the
 * connector's, so that savepoints of either restore into the other.
 *
 * @param <T> what is written
 */
public final class LosslessSink<T>
        implements TwoPhaseCommittingStatefulSink<T, KafkaWriterState, KafkaCommittable>,
                SupportsPostCommitTopology<KafkaCommittable> {

    private static final long serialVersionUID = 1;

    private final KafkaSink<T> sink;
    private final String topic;
    private final Properties adminConfig;
    private final boolean failOnDataLoss;

    /**
     * A sink around the connector's.
     *
     * @param topic that it writes to
     * @param adminConfig the client settings by which the broker is asked for its transactions
     * @param failOnDataLoss whether a loss ends the job; else it is logged
     */
    public LosslessSink(KafkaSink<T> sink, String topic, Properties adminConfig, boolean failOnDataLoss) {
        this.sink = sink;
        this.topic = topic;
        this.adminConfig = adminConfig;
        this.failOnDataLoss = failOnDataLoss;
    }

    @Override
    public PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> createWriter(
            WriterInitContext context) throws IOException {
        try {
            return sink.createWriter(context);
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    @Override
    public PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> restoreWriter(
            WriterInitContext context, Collection<KafkaWriterState> recovered) {
        try {
            return sink.restoreWriter(context, recovered);
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    private RuntimeException explained(RuntimeException failure) {
        return MissingRight.in(failure, "cannot write topic " + topic + " in transactions")
                .<RuntimeException>map(permanent -> permanent)
                .orElse(failure);
    }

    @Override
    public SimpleVersionedSerializer<KafkaWriterState> getWriterStateSerializer() {
        return sink.getWriterStateSerializer();
    }

    @Override
    public Committer<KafkaCommittable> createCommitter(CommitterInitContext context) {
        return new CommitOrFail(sink.createCommitter(context), Transactions.of(adminConfig), topic, failOnDataLoss);
    }

    @Override
    public SimpleVersionedSerializer<KafkaCommittable> getCommittableSerializer() {
        return sink.getCommittableSerializer();
    }

    @Override
    public void addPostCommitTopology(DataStream<CommittableMessage<KafkaCommittable>> committables) {
        sink.addPostCommitTopology(committables);
    }
}
