package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything on the newest JDK that this machine has, which must have nothing to warn of. */
@Tag("full")
class NewestJdkIT {

    private static final Path JDKS = Path.of("/usr/lib/jvm");

    @TempDir
    private Path directory;

    @Test
    void nothingThatRunsHasAWarningOfTheJvmToShow() throws Exception {
        Optional<Path> jdk = newest();
        if (jdk.isEmpty()) {
            System.out.println("skipped: there is no JDK with a file named release in " + JDKS);
            return;
        }
        String stack = directory.resolve("stack").toString();
        Path calls = directory.resolve("calls.jsonl.zst");
        List<String> said = new ArrayList<>();
        try {
            said.addAll(run(jdk.get(), "local", "up", "--dir", stack, "--kafka-port", "0", "--rest-port", "0"));
            said.addAll(run(jdk.get(), "loader", "generate", "-n", "1000", "-o", calls.toString()));
            said.addAll(run(jdk.get(), "loader", "load", "--dir", stack, calls.toString()));
            said.addAll(run(
                    jdk.get(),
                    "local",
                    "flink",
                    "--dir",
                    stack,
                    "run",
                    Checkout.find().jobJar().toString(),
                    "--bootstrap-servers",
                    StackDirectory.at(Path.of(stack))
                            .addresses()
                            .find("bootstrap.servers")
                            .orElseThrow(),
                    "--future-bound",
                    "none",
                    "--bounded",
                    "true"));
            said.addAll(run(jdk.get(), "console", "tail", "crime_counts", "--dir", stack));
            for (Path log : logs(stack)) {
                if (log.toString().endsWith(".out")) {
                    said.addAll(Files.readAllLines(log));
                }
            }
        } finally {
            run(jdk.get(), "local", "down", "--dir", stack);
        }
        assertThat(said).anyMatch(line -> line.contains("window_start"));
        assertThat(said).noneMatch(line -> line.startsWith("WARNING") || line.contains("[warning]"));
    }

    /** What it prints on both streams; its program gets the options that the script gives it. */
    private List<String> run(Path jdk, String module, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString(), "-Xmx256m"));
        if (version(jdk) >= 24) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.add("-Dsfcrime.home=" + Checkout.find().root());
        command.add("io.github.sfcrime.cli.Sfcrime");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", Checkout.find().programClassPath(module));
        Process process = builder.start();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.lines().toList();
        }
        assertThat(process.waitFor()).as("%s", lines).isZero();
        return lines;
    }

    private static List<Path> logs(String stack) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(stack, "logs"))) {
            return files.toList();
        }
    }

    private static Optional<Path> newest() throws IOException {
        if (!Files.isDirectory(JDKS)) {
            return Optional.empty();
        }
        try (Stream<Path> jdks = Files.list(JDKS)) {
            return jdks.filter(jdk -> Files.isRegularFile(jdk.resolve("release")))
                    .max(Comparator.comparingInt(NewestJdkIT::version));
        }
    }

    private static int version(Path jdk) {
        try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .mapToInt(line -> Runtime.Version.parse(line.replaceAll("JAVA_VERSION=|\"", ""))
                            .feature())
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
