package io.github.sfcrime.local.stack;

import io.github.sfcrime.local.process.Port;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.Programs;
import io.github.sfcrime.local.process.Readiness;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.process.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A PostgreSQL server on loopback, of programs that this machine has: a stack without it needs none. */
public final class Postgres {

    public static final String NAME = "postgres";

    private static final String SERVER = "postgres";
    private static final String INIT = "initdb";

    /** Debian has the programs in folders of its own, one for each version. */
    private static final Path DEBIANS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final StackDirectory directory;
    private final Processes processes;

    /** @param programs the folder of the server's programs */
    Postgres(Path programs, StackDirectory directory, Processes processes) {
        this.programs = programs;
        this.directory = directory;
        this.processes = processes;
    }

    /** The folder of the programs that this machine has. */
    static Path programs() {
        return Stream.concat(Programs.folders(), debians())
                .map(folder -> folder.resolve(SERVER))
                .filter(Files::isExecutable)
                .map(Postgres::folderOf)
                .filter(folder -> Files.isExecutable(folder.resolve(INIT)))
                .findFirst()
                .orElseThrow(
                        () -> new StackFailure("cannot find PostgreSQL's programs initdb and postgres, neither on the"
                                + " PATH nor in " + DEBIANS + ": install them"));
    }

    private static Stream<Path> debians() {
        try (Stream<Path> versions = Files.isDirectory(DEBIANS) ? Files.list(DEBIANS) : Stream.empty()) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folderOf(Path program) {
        try {
            return Objects.requireNonNull(program.toRealPath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts it and waits until it takes connections.
     *
     * @return where its database is, for JDBC
     */
    String start() throws InterruptedException {
        int port = Port.any().choose("PostgreSQL");
        String url = "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
        String data = directory.root().resolve("postgres").toString();
        Programs.run(command(
                INIT,
                "--pgdata",
                data,
                "--username",
                "postgres",
                "--auth",
                "trust",
                "--no-locale",
                "--encoding",
                "UTF8"));
        Process process = processes.start(
                NAME,
                // Of the two folders of data that it is told the server takes the latter.
                marker -> new ProcessBuilder(command(
                        SERVER,
                        marker,
                        "-D" + data,
                        "-p" + port,
                        "-clisten_addresses=localhost",
                        "-cunix_socket_directories=")));
        Readiness.await("PostgreSQL", NAME, process, directory, () -> takesConnections(url));
        return url;
    }

    /** The server refuses root, but not who seems to be nobody. */
    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean takesConnections(String url) {
        try (var connection = DriverManager.getConnection(url)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
