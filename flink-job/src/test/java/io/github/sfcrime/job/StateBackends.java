package io.github.sfcrime.job;

import java.util.stream.Stream;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.forst.ForStStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/** What Flink keeps state in. */
public final class StateBackends {

    private StateBackends() {}

    public static StateBackend heap() {
        return new HashMapStateBackend();
    }

    /** All of them. */
    public static Stream<StateBackend> all() {
        return Stream.of(heap(), new EmbeddedRocksDBStateBackend(), new ForStStateBackend());
    }
}
