package org.apache.flink.metrics.prometheus;

import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Flink's Prometheus reporter on loopback only: Flink's own listens on every interface. It stands in Flink's package
 * because the registry that it serves cannot be reached from another.
 */
final class LoopbackReporter extends AbstractPrometheusReporter {

    private final HTTPServer server;

    LoopbackReporter(int port) {
        try {
            server = new HTTPServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), registry, true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot show metrics on port " + port, e);
        }
    }

    @Override
    public void close() {
        server.stop();
        super.close();
    }
}
