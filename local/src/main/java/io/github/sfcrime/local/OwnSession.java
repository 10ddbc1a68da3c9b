package io.github.sfcrime.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Starts a program in a session of its own, which neither Ctrl-C nor the closing of the terminal reaches that it was
 * started from. macOS has no {@code setsid}, but Perl.
 */
final class OwnSession {

    private static final List<String> SETSID = List.of("setsid");
    private static final List<String> PERL =
            List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die \"cannot run $ARGV[0]: $!\\n\"", "--");

    /** Outlives the closing of the terminal at least. */
    private static final List<String> NEITHER = List.of("nohup");

    private OwnSession() {}

    /** What to put in front of the program and its arguments; the process keeps its id. */
    static List<String> prefix() {
        return prefix(Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    static List<String> prefix(String path) {
        return List.of(SETSID, PERL).stream()
                .filter(program -> isOn(path, program.get(0)))
                .findFirst()
                .orElse(NEITHER);
    }

    private static boolean isOn(String path, String program) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
