package io.github.sfcrime.local.stack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.local.process.Folders;
import io.github.sfcrime.local.process.Port;
import io.github.sfcrime.local.process.StackDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Flink's configuration of a cluster that has its files in a stack's directory. */
final class ClusterConfiguration {

    private static final String LOOPBACK = "localhost";

    private final StackDirectory directory;

    ClusterConfiguration(StackDirectory directory) {
        this.directory = directory;
    }

    /** The defaults, addresses on loopback, folders, and what the settings say instead of any of these. */
    Map<String, String> of(ClusterSettings settings, int restPort) {
        Map<String, String> configuration = new TreeMap<>(defaults());
        for (String host : List.of(
                "jobmanager.rpc.address",
                "jobmanager.bind-host",
                "taskmanager.host",
                "taskmanager.bind-host",
                "rest.address",
                "rest.bind-address")) {
            configuration.put(host, LOOPBACK);
        }
        configuration.put("rest.port", Integer.toString(restPort));
        configuration.put("rest.bind-port", Integer.toString(restPort));
        configuration.put(
                "jobmanager.rpc.port", Integer.toString(Port.any().choose("the Flink JobManager's RPC service")));
        Path data = directory.clusterData();
        configuration.put("execution.checkpointing.storage", "filesystem");
        configuration.put(
                "execution.checkpointing.dir",
                data.resolve("checkpoints").toUri().toString());
        configuration.put(
                "execution.checkpointing.savepoint-dir",
                data.resolve("savepoints").toUri().toString());
        configuration.put("io.tmp.dirs", data.resolve("tmp").toString());
        // Whose jars an application takes before those it is told to; by default one folder of the machine, of any
        // build.
        configuration.put("user.artifacts.base-dir", data.resolve("artifacts").toString());
        configuration.put("web.tmpdir", data.resolve("tmp").toString());
        configuration.putAll(settings.flink());
        return configuration;
    }

    private static Map<String, String> defaults() {
        Properties defaults = new Properties();
        try (var in = ClusterConfiguration.class.getResourceAsStream("/io/github/sfcrime/local/flink.properties")) {
            defaults.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> map = new TreeMap<>();
        defaults.stringPropertyNames().forEach(key -> map.put(key, defaults.getProperty(key)));
        return map;
    }

    /** Writes it as YAML: flat keys, values quoted as in JSON. */
    void write(Map<String, String> configuration) throws IOException {
        JsonMapper json = new JsonMapper();
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> entry : configuration.entrySet()) {
            lines.add(entry.getKey() + ": " + json.writeValueAsString(entry.getValue()));
        }
        // Left behind by processes that were killed.
        Folders.delete(directory.clusterData().resolve("tmp"));
        Files.createDirectories(directory.clusterData().resolve("tmp"));
        Files.write(directory.configuration("config.yaml"), lines);
    }
}
