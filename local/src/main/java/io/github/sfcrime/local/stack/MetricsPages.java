package io.github.sfcrime.local.stack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.local.process.JavaCommand;
import io.github.sfcrime.local.process.Port;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.process.StackFailure;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The HTTP endpoints at which the processes of a stack serve their metrics for Prometheus, if that is switched on. */
public final class MetricsPages {

    private static final String AGENT = "jmx_prometheus_javaagent";
    private static final String REPORTER = "metrics.reporter.prometheus.";

    private final StackDirectory directory;
    private final Map<String, Integer> ports = new TreeMap<>();
    private boolean wanted;
    private boolean onlyWatermarks;

    MetricsPages(StackDirectory directory) {
        this.directory = directory;
    }

    /** Switches metrics on for processes that are started from now on. */
    synchronized void enable() {
        wanted = true;
        forget(process -> true);
    }

    /** The same for Flink's processes and their watermarks only, with labels that tell the attempts of tasks. */
    synchronized void enableWatermarks() {
        enable();
        onlyWatermarks = true;
    }

    /**
     * The file of Prometheus's {@code file_sd_configs} with all endpoints; Prometheus reads it again when it changes.
     */
    public Path targets() {
        return directory.configuration("prometheus-targets.json");
    }

    /** One line per endpoint. */
    public synchronized List<String> describe() {
        return ports.entrySet().stream()
                .map(page -> "http://localhost:" + page.getValue() + "/metrics (" + page.getKey() + ")")
                .toList();
    }

    /** The endpoints of the processes whose names begin so. */
    public synchronized List<URI> pages(String prefix) {
        return ports.entrySet().stream()
                .filter(page -> page.getKey().startsWith(prefix))
                .map(page -> URI.create("http://localhost:" + page.getValue() + "/metrics"))
                .toList();
    }

    /** The command that starts a broker, with the agent that serves its JMX metrics. */
    synchronized JavaCommand ofBroker(String process, JavaCommand command) {
        if (!wanted || onlyWatermarks) {
            return command;
        }
        String agent = Stream.of(command.classPath().split(File.pathSeparator))
                .filter(jar -> Path.of(jar).getFileName().toString().startsWith(AGENT))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + AGENT + " in " + command.classPath()));
        return command.jvm("-javaagent:" + agent + "=localhost:" + newPort(process) + ":"
                + directory.configuration(StackDirectory.BROKER_METRICS));
    }

    /** The command that starts one of Flink's processes, with a reporter on loopback. */
    synchronized JavaCommand ofFlink(String process, JavaCommand command) {
        if (!wanted) {
            return command;
        }
        JavaCommand reporting = command.arguments(
                "-D" + REPORTER + "factory.class=org.apache.flink.metrics.prometheus.LoopbackReporterFactory",
                "-D" + REPORTER + "port=" + newPort(process),
                // Names unchanged.
                "-D" + REPORTER + "filterLabelValueCharacters=false");
        return onlyWatermarks
                ? reporting.arguments(
                        "-D" + REPORTER + "filter.includes=*:currentInputWatermark,currentOutputWatermark")
                // No labels that change with each attempt.
                : reporting.arguments(
                        "-D" + REPORTER + "scope.variables.excludes=task_attempt_id;task_attempt_num;tm_id;host");
    }

    /** Removes the endpoints of processes that have ended. */
    synchronized void forget(Predicate<String> processes) {
        if (wanted) {
            ports.keySet().removeIf(processes);
            write();
        }
    }

    private int newPort(String process) {
        int port = Port.any().choose("the metrics of " + process);
        ports.put(process, port);
        write();
        return port;
    }

    private void write() {
        List<Map<String, Object>> targets = ports.entrySet().stream()
                .map(page -> Map.of(
                        "targets", List.of("localhost:" + page.getValue()), "labels", Map.of("process", page.getKey())))
                .toList();
        try {
            Files.writeString(
                    targets(), new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(targets));
        } catch (IOException e) {
            throw new StackFailure("cannot write " + targets() + ": " + e, e);
        }
    }
}
