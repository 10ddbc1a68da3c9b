package io.github.sfcrime.local;

import io.github.sfcrime.local.process.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.zookeeper.server.ZooKeeperServerMain;
import org.awaitility.Awaitility;

/** A real ZooKeeper in a process of its own, on loopback, with nothing in it. */
final class ZooKeeperProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private ZooKeeperProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until it listens. */
    static ZooKeeperProcess start(Path directory) throws IOException {
        int port = Port.any().choose("ZooKeeper");
        Path configuration =
                Files.writeString(directory.resolve("zoo.cfg"), """
                clientPortAddress=127.0.0.1
                clientPort=%d
                dataDir=%s
                admin.enableServer=false
                """.formatted(port, directory.resolve("zookeeper")));
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        ZooKeeperServerMain.class.getName(),
                        configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("zookeeper.log").toFile());
        java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        ZooKeeperProcess started = new ZooKeeperProcess(java.start(), port);
        try {
            Awaitility.await("ZooKeeper").atMost(Duration.ofMinutes(5)).until(() -> started.listens());
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        return started;
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where it is, as Flink takes it. */
    String quorum() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
