package io.github.sfcrime.local.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Java program to start; its class path is passed by the environment, so that {@code ps} stays readable.
 *
 * @param mainClass its main class
 * @param classPath as {@code java -cp} takes it
 * @param jvmArguments for the JVM, before the main class
 * @param arguments for the program
 * @param environment variables added to this process's own
 */
public record JavaCommand(
        String mainClass,
        String classPath,
        List<String> jvmArguments,
        List<String> arguments,
        Map<String, String> environment)
        implements Command {

    /**
     * An option for programs that run for seconds, or do little: code is compiled as soon as it is warm, and not once more,
     * better, when it is hot. Elsewhere the second compiler would take half of the CPU time of a start.
     */
    public static final String COMPILED_ONCE = "-XX:TieredStopAtLevel=1";

    /** Options against warnings of newer JDKs about libraries; older JDKs do not know them. */
    private static final List<String> KNOWN_WARNINGS = Runtime.version().feature() < 24
            ? List.of()
            : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    /**
     * Options for the same behaviour on every machine: Kafka converts setting names to lower case in the default
     * locale, and {@code localhost} must be the IPv4 address, as for clients.
     */
    private static final List<String> SURROUNDINGS =
            List.of("-Duser.language=en", "-Duser.country=US", "-Djava.net.preferIPv6Addresses=false");

    /** A program without arguments. */
    public static JavaCommand of(String mainClass, String classPath) {
        return new JavaCommand(mainClass, classPath, List.of(), List.of(), Map.of());
    }

    /** The same with more on its class path. */
    public JavaCommand classPath(List<Path> more) {
        List<String> all = new ArrayList<>(List.of(classPath));
        more.forEach(entry -> all.add(entry.toString()));
        return new JavaCommand(mainClass, String.join(File.pathSeparator, all), jvmArguments, arguments, environment);
    }

    /** The same with more arguments for the JVM. */
    public JavaCommand jvm(List<String> more) {
        return new JavaCommand(mainClass, classPath, joined(jvmArguments, more), arguments, environment);
    }

    public JavaCommand jvm(String... more) {
        return jvm(List.of(more));
    }

    /** The same with more arguments for the program. */
    public JavaCommand arguments(List<String> more) {
        return new JavaCommand(mainClass, classPath, jvmArguments, joined(arguments, more), environment);
    }

    public JavaCommand arguments(String... more) {
        return arguments(List.of(more));
    }

    /** The same with one more variable in its environment. */
    public JavaCommand environment(String name, String value) {
        Map<String, String> variables = new TreeMap<>(environment);
        variables.put(name, value);
        return new JavaCommand(mainClass, classPath, jvmArguments, arguments, variables);
    }

    @Override
    public ProcessBuilder builder(String marker) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(marker);
        command.addAll(KNOWN_WARNINGS);
        command.addAll(SURROUNDINGS);
        command.addAll(jvmArguments);
        command.add(mainClass);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("CLASSPATH", classPath);
        return builder;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
