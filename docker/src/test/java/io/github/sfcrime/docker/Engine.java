package io.github.sfcrime.docker;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A Docker engine of the tests' own, with its data in a directory of theirs. */
final class Engine implements AutoCloseable {

    private static final List<String> PROGRAMS =
            List.of("dockerd", "containerd", "runc", "debootstrap", "docker-compose");

    private static final String PROJECT = "sfcrime-test";
    private static final String OURS = "docker/src/test/stand-ins/ours";

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

    /** Makes the images of others, of Debian's packages and Maven's artifacts, and ours from what the build has made. */
    void makeImages() throws IOException, InterruptedException {
        Path root = directory.resolve("root");
        Program debian = run(List.of(
                "debootstrap",
                "--variant=minbase",
                "--include=openjdk-17-jre-headless,prometheus,postgresql-15,gettext-base,wget",
                "bookworm",
                root.toString()));
        if (debian.exitCode() != 0) {
            skip("debootstrap cannot make a Debian root: " + debian.output());
        }
        Path scratch = Files.createDirectory(directory.resolve("scratch"));
        done(List.of(Folder.file("docker/src/test/stand-ins/make").toString(), root.toString(), scratch.toString()));
        done(List.of(
                Folder.file(OURS).toString(),
                Files.createDirectory(directory.resolve("context")).toString()));
        Files.createDirectories(folder().resolve("data"));
        Files.createDirectories(folder().resolve("secrets"));
        Files.copy(Folder.file(Compose.FILE), folder().resolve("compose.yaml"));
        Folder.copy("docker/prometheus", folder().resolve("prometheus"));
    }

    /**
     * A folder as {@code docker/} of the checkout, in which secrets and files to load may lie.
     *
     * @return it
     */
    Path folder() {
        return directory.resolve("docker");
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

    /**
     * Runs commands of a page in {@link #folder()}, as someone does who reads it. New images are made of what the build
     * outside has made.
     */
    void shell(String commands) throws IOException, InterruptedException {
        String script = """
                set -euo pipefail
                cd '%s'
                docker() {
                  if [[ "$*" == "compose build" ]]; then
                    '%s' "$(mktemp -d '%s/context.XXX')" --label revision=new
                  elif [[ $1 == compose ]]; then
                    docker-compose "${@:2}"
                  else
                    command docker "$@"
                  fi
                }
                """.formatted(folder(), Folder.file(OURS), directory);
        Program program = run(List.of("bash", "-c", script + commands.replace("sfcrime_", PROJECT + "_")));
        if (program.exitCode() != 0) {
            throw new AssertionError(commands + ": " + program.output());
        }
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
        return Program.run(found);
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
