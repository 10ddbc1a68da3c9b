package io.github.sfcrime.job.layouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.StateBackends;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.StringValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field is added to what an operator keeps: layout 1 has a number, layout 2 a remark too. */
class VersionedSerializerTest {

    static Stream<StateBackend> backends() {
        return StateBackends.all();
    }

    @AfterEach
    void layoutTwo() {
        Noted.latest = 2;
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aFieldIsAddedToStateInEachBackend(StateBackend backend) throws Exception {
        Noted.latest = 1;
        OperatorSubtaskState first;
        try (Harness harness = new Harness(backend)) {
            harness.open();
            harness.processElement(new StreamRecord<>(7));
            harness.processElement(new StreamRecord<>(8));
            first = harness.snapshot(1, 1);
        }
        Noted.latest = 2;
        OperatorSubtaskState second;
        try (Harness harness = new Harness(backend)) {
            harness.initializeState(first);
            harness.open();
            harness.processElement(new StreamRecord<>(7));
            assertThat(harness.extractOutputValues()).containsExactly("7 seen 2 times, none");
            // Now one value is in each layout.
            second = harness.snapshot(2, 2);
        }
        try (Harness harness = new Harness(backend)) {
            harness.initializeState(second);
            harness.open();
            harness.processElement(new StreamRecord<>(7));
            harness.processElement(new StreamRecord<>(8));
            assertThat(harness.extractOutputValues()).containsExactly("7 seen 3 times, noted", "8 seen 2 times, none");
        }
    }

    @Test
    void stateOfALaterVersionIsRefused() throws Exception {
        OperatorSubtaskState later;
        try (Harness harness = new Harness(StateBackends.heap())) {
            harness.open();
            harness.processElement(new StreamRecord<>(7));
            later = harness.snapshot(1, 1);
        }
        Noted.latest = 1;
        try (Harness harness = new Harness(StateBackends.heap())) {
            assertThatThrownBy(() -> harness.initializeState(later))
                    .hasRootCauseMessage("cannot read state of Noted up to layout 2: this version knows 1 to 1; go on "
                            + "with the version that wrote it");
        }
    }

    record Value(long times, String remark) {}

    private static final class Noted extends VersionedSerializer<Value> {

        static int latest = 2;

        Noted() {
            super(latest);
        }

        @Override
        protected void write(Value value, DataOutputView target) throws IOException {
            VariableLength.write(value.times, target);
            if (latest == 2) {
                StringValue.writeString(value.remark, target);
            }
        }

        @Override
        protected Value read(int layout, DataInputView source) throws IOException {
            long times = VariableLength.read(source);
            return new Value(times, layout == 1 ? "none" : StringValue.readString(source));
        }

        @Override
        public TypeSerializer<Value> duplicate() {
            return this;
        }

        @Override
        public Value createInstance() {
            return new Value(0, "none");
        }

        @Override
        public Value copy(Value from) {
            return from;
        }

        @Override
        public TypeSerializerSnapshot<Value> snapshotConfiguration() {
            return new NotedSnapshot();
        }
    }

    /** Public, as Flink makes it by its name. */
    public static final class NotedSnapshot extends VersionedSerializer.Snapshot<Value> {
        public NotedSnapshot() {
            super(Noted::new);
        }
    }

    private static final class CountKeys extends AbstractStreamOperator<String>
            implements OneInputStreamOperator<Integer, String> {

        private transient ValueState<Value> state;

        @Override
        public void open() throws Exception {
            super.open();
            state = getKeyedStateStore().getState(new ValueStateDescriptor<>("noted", new Noted()));
        }

        @Override
        public void processElement(StreamRecord<Integer> element) throws Exception {
            Value before = state.value();
            Value value = before == null ? new Value(0, "noted") : before;
            String told = "%d seen %d times, %s".formatted(element.getValue(), value.times + 1, value.remark);
            state.update(new Value(value.times + 1, "noted"));
            output.collect(new StreamRecord<>(told));
        }
    }

    private static final class Harness extends KeyedOneInputStreamOperatorTestHarness<Integer, Integer, String> {
        Harness(StateBackend backend) throws Exception {
            super(new CountKeys(), key -> key, Types.INT);
            setStateBackend(backend);
            setup(Types.STRING.createSerializer(new org.apache.flink.api.common.serialization.SerializerConfigImpl()));
        }
    }
}
