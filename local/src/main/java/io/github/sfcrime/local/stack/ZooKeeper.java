package io.github.sfcrime.local.stack;

import io.github.sfcrime.local.process.Port;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.Readiness;
import io.github.sfcrime.local.process.StackDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The ZooKeeper by which JobManagers agree who leads: the server that Flink's own jars have, in its own process. */
final class ZooKeeper {

    static final String NAME = "zookeeper";
    private static final String MAIN =
            "org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServerMain";

    private final StackDirectory directory;
    private final Processes processes;
    private final FlinkInstallation flink;

    ZooKeeper(StackDirectory directory, Processes processes, FlinkInstallation flink) {
        this.directory = directory;
        this.processes = processes;
        this.flink = flink;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @return Flink's settings for it
     */
    Map<String, String> start() throws IOException, InterruptedException {
        int port = Port.any().choose("ZooKeeper");
        Path configuration = Files.writeString(directory.configuration("zoo.cfg"), """
                clientPortAddress=127.0.0.1
                clientPort=%d
                dataDir=%s
                tickTime=1000
                admin.enableServer=false
                """.formatted(
                        port, directory.clusterData().resolve("zookeeper")));
        Files.deleteIfExists(directory.log(NAME));
        Process process = processes.start(
                NAME,
                flink.command(MAIN)
                        .jvm("-Xmx128m", "-XX:+UseSerialGC", directory.logOption(NAME))
                        .arguments(configuration.toString()));
        Readiness.await("ZooKeeper", NAME, process, directory, () -> Port.isOpen(port));
        return Map.of(
                "high-availability.type",
                "zookeeper",
                "high-availability.zookeeper.quorum",
                "127.0.0.1:" + port,
                "high-availability.cluster-id",
                "/sfcrime",
                "high-availability.storageDir",
                directory.clusterData().resolve("ha").toUri().toString(),
                // How long a JobManager that is gone is waited for, and how long ZooKeeper may be away.
                "high-availability.zookeeper.client.session-timeout",
                "6s",
                "high-availability.zookeeper.client.tolerate-suspended-connections",
                "true");
    }
}
