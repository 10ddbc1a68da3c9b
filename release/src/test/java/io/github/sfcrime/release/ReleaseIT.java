package io.github.sfcrime.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked where there is Java and a shell, but no Maven and no checkout. */
@Tag("full")
class ReleaseIT {

    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");
    private static final List<String> TOOLS = List.of("env", "bash", "dirname", "readlink", "sed", "nohup");

    @TempDir
    private static Path folder;

    private static Path home;

    @BeforeAll
    static void unpack() throws Exception {
        assertThat(run(Map.of(), "tar", "-xzf", archive(".tar.gz").toString()).exitCode())
                .isZero();
        home = folder.resolve("sfcrime-" + version());
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Path found = Stream.of(System.getenv("PATH").split(":"))
                    .map(place -> Path.of(place, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.copy(found, tools.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Test
    void theDemoCountsEveryCall() throws Exception {
        Output demo = sfcrime("demo", "--records", "2000", "--until-done", "--format", "json");

        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(COUNT.matcher(demo.out())
                        .results()
                        .mapToLong(count -> Long.parseLong(count.group(1)))
                        .sum())
                .isEqualTo(2_000);
    }

    @Test
    void everyCommandIsThereButTheBenchmarks() throws Exception {
        assertThat(sfcrime("--version")).isEqualTo(new Output(0, "sfcrime " + version() + "\n", ""));
        assertThat(sfcrime("--help").out()).contains("  demo  ").doesNotContain("  bench  ");
        assertThat(sfcrime("bench", "compare"))
                .isEqualTo(new Output(
                        2, "", "sfcrime: bench is not part of a release: run it from a checkout of the sources\n"));
        for (String command : List.of("load", "generate", "tail", "progress", "board", "up", "flink")) {
            Output help = sfcrime(command, "--help");
            assertThat(help.exitCode()).as(help.err()).isZero();
            assertThat(help.out()).contains("flink".equals(command) ? "Action \"run\"" : "sfcrime " + command);
        }
        assertThat(sfcrime("completion").out())
                .contains("--exactly-once", "--until-done")
                .doesNotContain("bench");
    }

    @Test
    void classPathsAreNamesInLibAndNothingIsThereThatNoneOfThemNames() throws Exception {
        Set<String> named;
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            named = files.filter(file -> file.toString().endsWith(".classpath"))
                    .flatMap(file -> Stream.of(read(file).split(":")))
                    .collect(toSet());
        }
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".jar")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void listsOfWhatIsShippedNameEveryJarOfOthersWithItsLicence() throws Exception {
        String list = Files.readString(home.resolve("THIRD-PARTY.txt"));
        String components = Files.readString(home.resolve("sbom.json")).replace('@', '-');
        List<String> jars;
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            jars = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar") && !name.startsWith("sfcrime-"))
                    .toList();
        }
        assertThat(jars)
                .anyMatch(jar -> jar.startsWith("kafka_2.13-"))
                .anyMatch(jar -> jar.startsWith("flink-runtime-"))
                .filteredOn(jar -> !list.replace(':', '-').contains("-" + jar.replaceFirst("[.]jar$", "  "))
                        || !components.contains("/" + jar.replaceFirst("[.]jar$", "?type=jar")))
                .isEmpty();
        assertThat(list.lines().filter(line -> line.contains("  ")))
                .allMatch(line -> Stream.of(
                                line.substring(line.indexOf("  ")).strip().split(" or "))
                        .anyMatch(licence -> Files.exists(home.resolve("licenses/" + licence + ".txt"))));
    }

    @Test
    void bothArchivesHaveTheSameFiles() throws Exception {
        try (ZipFile zip = new ZipFile(archive(".zip").toFile())) {
            Output tar = run(Map.of(), "tar", "-tzf", archive(".tar.gz").toString());
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactlyInAnyOrderElementsOf(tar.out().lines().toList());
        }
    }

    private static Output sfcrime(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/sfcrime").toString()));
        command.addAll(List.of(arguments));
        return run(
                Map.of(
                        "PATH", folder.resolve("tools").toString(),
                        "HOME", folder.toString(),
                        "JAVA_HOME", System.getProperty("java.home")),
                command.toArray(String[]::new));
    }

    private static Output run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile(folder, "run-", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SFCRIME_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Output(process.waitFor(), out, Files.readString(errors));
    }

    private static Path archive(String suffix) {
        return Path.of("target", "sfcrime-" + version() + suffix).toAbsolutePath();
    }

    private static String version() {
        return System.getProperty("sfcrime.version");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Output(int exitCode, String out, String err) {}
}
