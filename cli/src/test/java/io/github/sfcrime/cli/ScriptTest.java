package io.github.sfcrime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code sfcrime} in a checkout of its own, where Maven and Java only note how they are called. */
class ScriptTest {

    @TempDir
    private Path directory;

    private Path home;
    private String script = "check out/sfcrime";

    @BeforeEach
    void makeACheckout() throws IOException {
        home = Files.createDirectories(directory.toRealPath().resolve("check out"));
        Files.copy(Path.of("../sfcrime"), home.resolve("sfcrime"));
        assertThat(home.resolve("sfcrime").toFile().setExecutable(true)).isTrue();
        for (String module : List.of("schemas", "cli", "console")) {
            Files.createDirectories(home.resolve(module).resolve("src"));
            Files.createFile(home.resolve(module).resolve("pom.xml"));
        }
        Files.writeString(home.resolve("pom.xml"), "<project>\n  <version>0.9</version>\n</project>\n");
        program("java", "echo \"$*\"\n");
        program("javac", "");
        release("17.0.15");
        // Builds, slowly; what others build meanwhile into the same folder would be seen.
        program("mvn", """
                cd "$HOME_OF_TEST"
                mkdir building || { echo "two builds at once" >&2; exit 1; }
                echo built >>builds
                sleep 0.3
                mkdir -p {schemas,cli,console}/target repository
                touch console/target/sfcrime-console-0.9.jar repository/kafka.jar
                printf '%s' "$PWD/repository/kafka.jar" >console/target/classpath
                rmdir building
                """);
    }

    @Test
    void theFirstRunBuildsAndLaterOnesDoNot() throws Exception {
        assertThat(run(Map.of(), "tail", "t").exitCode()).isZero();
        assertThat(run(Map.of(), "tail", "t").err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aJarThatIsGoneMeansABuild() throws Exception {
        run(Map.of(), "tail", "t");
        Files.delete(home.resolve("repository/kafka.jar"));

        assertThat(run(Map.of(), "tail", "t").exitCode()).isZero();
        assertThat(builds()).isEqualTo(2);
        assertThat(home.resolve("repository/kafka.jar")).exists();
    }

    @Test
    void runsAtOnceBuildOnceAndOneAfterTheOther() throws Exception {
        List<Process> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            runs.add(start(Map.of(), "tail", "t"));
        }
        for (Process run : runs) {
            assertThat(Result.of(run).exitCode()).isZero();
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aLockOfABuildThatWasKilledIsNoLock() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("target/sfcrime-building"), ended.pid() + "\n");

        assertThat(run(Map.of(), "tail", "t").exitCode()).isZero();
        assertThat(home.resolve("target/sfcrime-building")).doesNotExist();
    }

    @Test
    void moreOptionsForTheJvmComeLastAndSoWin() throws Exception {
        assertThat(run(Map.of("SFCRIME_JAVA_OPTS", "-Xmx1g -Da=b"), "tail", "t").out())
                .contains("-Xmx256m")
                .endsWith(" -Xmx1g -Da=b io.github.sfcrime.cli.Sfcrime tail t\n");
    }

    @Test
    void aNewJdkIsToldThatItsWarningsAreKnown() throws Exception {
        assertThat(run(Map.of(), "tail", "t").out()).doesNotContain("native-access", "unsafe");
        release("25.0.1");
        assertThat(run(Map.of(), "tail", "t").out())
                .contains(" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ");
        release("11.0.2");
        assertThat(run(Map.of(), "tail", "t").err()).startsWith("sfcrime: Java 17 or later is missing");
    }

    @Test
    void anotherFolderToChangeToDoesNotMatter() throws Exception {
        Files.createDirectories(directory.resolve("elsewhere"));
        assertThat(run(Map.of("CDPATH", directory.toString()), "--version").out())
                .isEqualTo("sfcrime 0.9\n");
        assertThat(run(Map.of("CDPATH", directory.toString()), "tail", "t").out())
                .startsWith("-Dsfcrime.home=" + home + " ");
    }

    @Test
    void aLocaleWithoutLettersBeyondAsciiIsReplacedAndOthersAreKept() throws Exception {
        program("java", "echo \"${LC_ALL:-} ${LC_CTYPE:-} ${LANG:-}\"\n");

        assertThat(locale("LC_ALL", "C")).isEqualTo("C.UTF-8  \n");
        assertThat(locale("LANG", "POSIX")).isEqualTo(" C.UTF-8 POSIX\n");
        assertThat(locale("LANG", "")).isEqualTo(" C.UTF-8 \n");
        assertThat(locale("LC_ALL", "de_DE.ISO-8859-1")).isEqualTo("de_DE.ISO-8859-1  \n");
        assertThat(locale("LANG", "tr_TR.UTF-8")).isEqualTo("  tr_TR.UTF-8\n");
    }

    @Test
    void aReleaseHasItsJarsInLibAndBuildsNothing() throws Exception {
        Path bin = Files.createDirectories(home.resolve("re lease/bin"));
        Path lib = Files.createDirectories(bin.resolveSibling("lib"));
        Files.copy(home.resolve("sfcrime"), bin.resolve("sfcrime"));
        Files.createFile(lib.resolve("sfcrime-cli-0.9-SNAPSHOT.jar"));
        Files.writeString(lib.resolve("local.classpath"), "sfcrime-local-0.9-SNAPSHOT.jar");
        Files.writeString(lib.resolve("console.classpath"), "sfcrime-console-0.9-SNAPSHOT.jar:kafka.jar");
        program("java", "echo \"$CLASSPATH $*\"\n");
        // From elsewhere, through a link.
        Files.createSymbolicLink(directory.resolve("sfcrime"), bin.resolve("sfcrime"));
        script = "./sfcrime";

        assertThat(run(Map.of(), "tail", "t").out())
                .startsWith(lib.resolve("sfcrime-console-0.9-SNAPSHOT.jar") + ":" + lib.resolve("kafka.jar")
                        + " -Dsfcrime.home=" + bin.getParent() + " ");
        assertThat(run(Map.of(), "--version").out()).isEqualTo("sfcrime 0.9-SNAPSHOT\n");
        assertThat(run(Map.of(), "--help").out()).contains("  tail ").doesNotContain("  bench ");
        assertThat(run(Map.of(), "bench"))
                .isEqualTo(new Result(
                        2, "", "sfcrime: bench is not part of a release: run it from a checkout of the sources\n"));
        assertThat(home.resolve("builds")).doesNotExist();
    }

    private String locale(String variable, String value) throws Exception {
        Map<String, String> locale = new HashMap<>(Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""));
        locale.put(variable, value);
        return run(locale, "tail", "t").out();
    }

    private int builds() throws IOException {
        return Files.readAllLines(home.resolve("builds")).size();
    }

    private Result run(Map<String, String> environment, String... arguments) throws Exception {
        return Result.of(start(environment, arguments));
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        // By a path from here, which CDPATH is asked about.
        List<String> command = new ArrayList<>(List.of(script));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().remove("SFCRIME_JAVA_OPTS");
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        builder.environment().put("HOME_OF_TEST", home.toString());
        builder.environment().merge("PATH", home.resolve("jdk/bin").toString(), (path, ours) -> ours + ":" + path);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void release(String version) throws IOException {
        Files.writeString(home.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private void program(String name, String body) throws IOException {
        Path program = Files.createDirectories(home.resolve("jdk/bin")).resolve(name);
        Files.writeString(program, "#!/usr/bin/env bash\n" + body);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    /**
     * What a run has done.
     *
     * @param out all of its standard output
     * @param err all of its standard error
     */
    private record Result(int exitCode, String out, String err) {

        static Result of(Process process) throws Exception {
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
            return new Result(process.waitFor(), out, err);
        }
    }
}
