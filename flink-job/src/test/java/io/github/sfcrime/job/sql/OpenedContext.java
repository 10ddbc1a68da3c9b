package io.github.sfcrime.job.sql;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;

/** What Flink opens formats with, for a test that looks at their counters. */
public final class OpenedContext extends UnregisteredMetricsGroup
        implements DeserializationSchema.InitializationContext, SerializationSchema.InitializationContext {

    private final Map<String, Counter> counters = new HashMap<>();

    long count(String name) {
        return counters.getOrDefault(name, new SimpleCounter()).getCount();
    }

    @Override
    public MetricGroup getMetricGroup() {
        return this;
    }

    @Override
    public MetricGroup addGroup(String name) {
        return this;
    }

    @Override
    public Counter counter(String name) {
        return counters.computeIfAbsent(name, any -> new SimpleCounter());
    }

    @Override
    public UserCodeClassLoader getUserCodeClassLoader() {
        return SimpleUserCodeClassLoader.create(OpenedContext.class.getClassLoader());
    }
}
