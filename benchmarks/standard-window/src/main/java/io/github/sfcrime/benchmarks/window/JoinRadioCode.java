package io.github.sfcrime.benchmarks.window;

import java.util.Map;
import org.apache.flink.api.common.functions.MapFunction;

/** Joins a count with the radio codes. */
final class JoinRadioCode implements MapFunction<WindowCount, WindowCount> {

    private final Map<String, String> descriptions;

    JoinRadioCode(Map<String, String> descriptions) {
        this.descriptions = descriptions;
    }

    @Override
    public WindowCount map(WindowCount row) {
        row.description = descriptions.get(row.disposition);
        return row;
    }
}
