package io.github.sfcrime.local.stack;

import io.github.sfcrime.local.process.ClassData;
import io.github.sfcrime.local.process.JavaCommand;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.process.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flink's programs with a stack's configuration: those of the official distribution in {@code FLINK_HOME} where that is
 * set, else those that Maven has resolved.
 */
public final class FlinkInstallation {

    public static final String CLIENT = "org.apache.flink.client.cli.CliFrontend";
    private static final String CLIENT_PROGRAM = "client";
    private static final String RESOURCE_PREFIX = "BASH_JAVA_UTILS_EXEC_RESULT:";
    private static final List<String> QUICK_START = List.of("-Xmx384m", JavaCommand.COMPILED_ONCE, "-XX:+UseSerialGC");

    private final StackDirectory directory;
    private final Processes processes;
    private final ClassData classData;
    private final String classPath;
    private final Optional<Path> home;

    public FlinkInstallation(StackDirectory directory, Processes processes, Checkout checkout) {
        this.directory = directory;
        this.processes = processes;
        classData = checkout.classData();
        home = Optional.ofNullable(System.getenv("FLINK_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of);
        classPath = home.map(FlinkInstallation::libraries).orElseGet(() -> checkout.classPath("local/cluster"))
                + File.pathSeparator
                + checkout.programClassPath("local/reporter")
                + File.pathSeparator
                + checkout.classes("local/guard");
    }

    /** One of Flink's programs, with this stack's configuration and the JVM options that Flink needs. */
    public JavaCommand command(String mainClass) {
        JavaCommand command = JavaCommand.of(mainClass, classPath)
                .jvm(
                        "@" + directory.configuration(StackDirectory.FLINK_JVM_OPTIONS),
                        "-Dlog4j.configurationFile=" + directory.configuration(StackDirectory.LOGGING))
                .environment("FLINK_CONF_DIR", directory.configuration().toString());
        return home.map(path -> command.environment(
                        "FLINK_PLUGINS_DIR", path.resolve("plugins").toString()))
                .orElse(command);
    }

    /** The same with the classes that the program shares with its earlier starts. */
    JavaCommand shared(String program, JavaCommand command) {
        return classData.shared(program, command);
    }

    /** Flink's own command line client. */
    JavaCommand client(List<String> arguments) {
        return shared(
                CLIENT_PROGRAM,
                command(CLIENT)
                        .jvm(directory.logOption("client"))
                        .jvm(QUICK_START)
                        .arguments(arguments));
    }

    /**
     * The same command with the JVM memory options that Flink derives from its settings, as its own scripts do.
     *
     * @param question {@code GET_TM_RESOURCE_PARAMS} or {@code GET_JM_RESOURCE_PARAMS}
     */
    JavaCommand withMemory(JavaCommand command, String question) throws IOException, InterruptedException {
        List<String> answer = ask(question);
        return command.jvm(words(answer.get(0)))
                .arguments("--configDir", directory.configuration().toString())
                .arguments(words(answer.get(1)));
    }

    private List<String> ask(String question) throws IOException, InterruptedException {
        JavaCommand command = command("org.apache.flink.runtime.util.bash.BashJavaUtils")
                .jvm(directory.logOption("client"))
                .jvm(QUICK_START)
                .arguments(question, "--configDir", directory.configuration().toString());
        Process process = processes.start(
                processes.builder(classData.borrowed(CLIENT_PROGRAM, command)).redirectErrorStream(true));
        List<String> output;
        try (var reader = process.inputReader()) {
            output = reader.lines().toList();
        }
        List<String> answer = output.stream()
                .filter(line -> line.startsWith(RESOURCE_PREFIX))
                .map(line -> line.substring(RESOURCE_PREFIX.length()))
                .toList();
        if (process.waitFor() != 0 || answer.size() != 2) {
            throw new StackFailure("cannot derive Flink's memory from its settings: " + complaint(output));
        }
        return answer;
    }

    private static String complaint(List<String> output) {
        return output.stream()
                .filter(line -> line.contains("Exception: "))
                .reduce((earlier, later) -> later)
                .orElse(String.join(" ", output))
                .replaceFirst("^(Caused by: )?[\\w.$]+Exception: ", "")
                .strip();
    }

    private static List<String> words(String line) {
        return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
    }

    private static String libraries(Path home) {
        Path folder = home.resolve("lib");
        if (!Files.isDirectory(folder)) {
            throw new StackFailure("cannot use FLINK_HOME=" + home
                    + ": it has no lib folder: point it to an official Flink distribution or unset it");
        }
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.map(Path::toString)
                    .filter(jar -> jar.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new StackFailure("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
