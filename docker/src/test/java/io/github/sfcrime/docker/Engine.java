package io.github.sfcrime.docker;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A Docker engine of the tests' own, with its data in a directory of theirs. */
final class Engine implements AutoCloseable {

    private static final List<String> PROGRAMS = List.of("dockerd", "containerd", "runc", "apt-get", "docker-compose");

    private static final String PROJECT = "sfcrime-test";
    private static final String STAND_INS = "docker/src/test/stand-ins/";

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Path directory;
    private final Process daemon;
    private final Map<String, String> environment = new TreeMap<>();

    private Engine(Path directory, Process daemon) throws IOException {
        this.directory = directory;
        this.daemon = daemon;
        environment.put("DOCKER_HOST", "unix://" + directory.resolve("docker.sock"));
        environment.put("DOCKER_BUILDKIT", "1");
        environment.put("COMPOSE_DOCKER_CLI_BUILD", "1");
        environment.put("COMPOSE_PROJECT_NAME", PROJECT);
        environment.put("HEALTH_INTERVAL", "1s");
        // Debian's client, which has BuildKit, before others.
        environment.put("PATH", "/usr/bin:/usr/sbin:" + System.getenv("PATH"));
        for (String port : List.of("KAFKA_PORT", "FLINK_PORT", "PROMETHEUS_PORT", "REGISTRY_PORT", "POSTGRES_PORT")) {
            environment.put(port, Integer.toString(freePort()));
        }
    }

    /** Starts it, or has the test skipped, with the reason, where it cannot be started. */
    static Engine start() throws IOException, InterruptedException {
        for (String program : PROGRAMS) {
            if (!Tool.isThere(program)) {
                skip("there is no " + program + ": .ci/run installs it");
            }
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            skip("an engine has to be started by root");
        }
        if (ProcessHandle.allProcesses()
                .flatMap(process -> process.info().command().stream())
                .anyMatch(command -> command.endsWith("/dockerd"))) {
            skip("another engine runs on this machine, whose networks a second one would take away");
        }
        Path directory = Files.createTempDirectory("sfcrime-engine");
        Process daemon = new ProcessBuilder(List.of(
                        "dockerd",
                        "--default-ulimit=nofile=10000:10000",
                        "--exec-opt=native.cgroupdriver=cgroupfs",
                        "--data-root=" + directory.resolve("data"),
                        "--exec-root=" + directory.resolve("exec"),
                        "--pidfile=" + directory.resolve("dockerd.pid"),
                        "--host=unix://" + directory.resolve("docker.sock")))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("dockerd.log").toFile())
                .start();
        Engine engine = new Engine(directory, daemon);
        engine.copyCheckout();
        Instant deadline = Instant.now().plus(LONGEST_START);
        while (engine.run(List.of("docker", "version")).exitCode() != 0) {
            if (daemon.waitFor(1, TimeUnit.SECONDS) || Instant.now().isAfter(deadline)) {
                String log = Files.readString(directory.resolve("dockerd.log"));
                engine.close();
                skip("the engine does not start: " + log);
            }
        }
        return engine;
    }

    private static void skip(String reason) {
        abort("the containers are NOT run: " + reason);
    }

    /** Makes the images of others, of Debian's packages and Maven's artifacts; ours are built of them by whoever wants them. */
    void makeImages() throws IOException, InterruptedException {
        Path root = Files.createDirectory(directory.resolve("root"));
        done(List.of(Folder.file(STAND_INS + "root").toString(), root.toString()));
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        done(List.of(Folder.file(STAND_INS + "make").toString(), root.toString(), scratch.toString()));
    }

    /** Copies what the images are built from and what is mounted, so that files may be changed and added. */
    private void copyCheckout() throws IOException {
        for (String part : List.of(
                ".dockerignore",
                "docker/Dockerfile",
                "docker/compose.yaml",
                "docker/flink",
                "docker/loader",
                "docker/prometheus",
                "local/src/main/resources")) {
            Folder.copy(part, checkout().resolve(part));
        }
        Files.createDirectories(folder().resolve("data"));
        Files.createDirectories(folder().resolve("secrets"));
    }

    /**
     * A checkout, of which there is what containers take.
     *
     * @return it
     */
    private Path checkout() {
        return directory.resolve("checkout");
    }

    /**
     * A folder as {@code docker/} of the checkout, in which secrets and files to load may lie.
     *
     * @return it
     */
    Path folder() {
        return checkout().resolve("docker");
    }

    /** Changes the sources that the images are built from: more text at the end of a file. */
    void change(String file, String text) throws IOException {
        Files.writeString(checkout().resolve(file), text, StandardOpenOption.APPEND);
    }

    /** Sets an environment variable of the commands that follow. */
    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** Runs docker-compose with our file; where it fails, the containers' last lines say why. */
    Program compose(String... arguments) throws IOException, InterruptedException {
        Program program = run(composed(arguments));
        if (program.exitCode() != 0) {
            throw new AssertionError("docker-compose " + String.join(" ", arguments) + ": " + program.output() + "\n"
                    + run(composed("logs", "--no-color", "--tail=40")).output());
        }
        return program;
    }

    /** Runs commands of a page, as someone does who reads it in {@link #folder()}; what would stay in front does not. */
    Program shell(String commands) throws IOException, InterruptedException {
        String script = """
                set -euo pipefail
                cd '%s'
                docker() {
                  if [[ "$*" == "compose up --build" ]]; then set -- "$@" --detach; fi
                  if [[ $1 == compose ]]; then docker-compose "${@:2}"; else command docker "$@"; fi
                }
                """.formatted(folder());
        return done(List.of("bash", "-c", script + commands.replace("sfcrime_", PROJECT + "_")));
    }

    private List<String> composed(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "docker-compose", "--file", folder().resolve("compose.yaml").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs Docker's client. */
    String docker(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return done(command).output();
    }

    /** Runs a shell's commands inside a container. */
    Program inside(String container, String commands) throws IOException, InterruptedException {
        return run(List.of("docker", "exec", container, "sh", "-c", commands));
    }

    /** The port of this machine that a service is reached by. */
    int port(String variable) {
        return Integer.parseInt(environment.get(variable));
    }

    private Program done(List<String> command) throws IOException, InterruptedException {
        Program program = run(command);
        if (program.exitCode() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + program.output());
        }
        return program;
    }

    private Program run(List<String> command) throws IOException, InterruptedException {
        // By a program of this machine, so that the new path is what the command is looked for on.
        List<String> found = new ArrayList<>(List.of("env"));
        environment.forEach((name, value) -> found.add(name + "=" + value));
        found.addAll(command);
        Instant begun = Instant.now();
        Program program = Program.run(found);
        Steps.done(String.join(" ", command), begun);
        return program;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends it, which stops its containers, and removes all that it has kept. */
    @Override
    public void close() throws IOException, InterruptedException {
        daemon.destroy();
        daemon.onExit().join();
        done(List.of("rm", "-rf", "--one-file-system", directory.toString()));
    }
}
