package io.github.sfcrime.benchmarks.measuring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where figures come from.
 *
 * @param date when, in UTC
 * @param command what was typed
 * @param commit of this project, and whether it was changed since
 * @param machine what all ran on
 * @param versions what was compared with what
 */
public record Surroundings(
        String date, String command, String commit, Map<String, Object> machine, Map<String, String> versions) {

    private static final String UNKNOWN = "unknown";

    /** Here and now, for the command that {@code spec} is of. */
    public static Surroundings of(Checkout checkout, CommandSpec spec) throws InterruptedException {
        return new Surroundings(moment(), command(spec), commit(checkout.root()), thisMachine(), theseVersions());
    }

    /** The same at this moment. */
    Surroundings now() {
        return new Surroundings(moment(), command, commit, machine, versions);
    }

    private static String command(CommandSpec spec) {
        return spec.root().commandLine().getParseResult().originalArgs().stream()
                .map(word -> word.contains(" ") ? "'" + word + "'" : word)
                .collect(Collectors.joining(" ", "./sfcrime ", ""));
    }

    private static String moment() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Map<String, Object> thisMachine() {
        Map<String, Object> machine = new TreeMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("cpu", line("/proc/cpuinfo", "model name"));
        machine.put("memory", line("/proc/meminfo", "MemTotal"));
        machine.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        machine.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("broker", "on the same cores, heap 384 MB");
        return machine;
    }

    private static String line(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static Map<String, String> theseVersions() {
        Properties versions = new Properties();
        try (InputStream in = Surroundings.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> map = new TreeMap<>();
        versions.stringPropertyNames().forEach(name -> map.put(name, versions.getProperty(name)));
        return map;
    }

    private static String commit(Path root) throws InterruptedException {
        try {
            Process git = new ProcessBuilder(
                            "git", "-C", root.toString(), "describe", "--always", "--dirty", "--abbrev=40")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String commit = new String(git.getInputStream().readAllBytes(), UTF_8);
            return git.waitFor() == 0 ? commit.strip() : UNKNOWN;
        } catch (IOException noGit) {
            return UNKNOWN;
        }
    }
}
