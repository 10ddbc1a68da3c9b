package io.github.sfcrime.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Starts a program in its own session, so that neither Ctrl-C nor closing the terminal ends it. macOS has no
 * {@code setsid}, but Perl.
 */
public final class OwnSession {

    private static final List<String> SETSID = List.of("setsid");
    private static final List<String> PERL =
            List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die \"cannot run $ARGV[0]: $!\\n\"", "--");

    /** At least ignores the closing of the terminal. */
    private static final List<String> NEITHER = List.of("nohup");

    private OwnSession() {}

    /** The arguments in front of the program's own; the process keeps its id. */
    public static List<String> prefix() {
        return prefix(Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    public static List<String> prefix(String path) {
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
