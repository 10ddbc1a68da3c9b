package org.apache.flink.metrics.prometheus;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes the reporter that {@code metrics.reporter.NAME.factory.class} asks for, on {@code metrics.reporter.NAME.port}. */
public final class LoopbackReporterFactory implements MetricReporterFactory {

    @Override
    public LoopbackReporter createMetricReporter(Properties properties) {
        return new LoopbackReporter(Integer.parseInt(properties.getProperty("port")));
    }
}
