package io.github.sfcrime.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system. */
public final class Programs {

    private Programs() {}

    static boolean isThere(String program) {
        return folders().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }

    /** Where they are looked for, in that order. */
    public static Stream<Path> folders() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator)).map(Path::of);
    }

    /**
     * Runs one to its end.
     *
     * @return what it printed
     * @throws StackFailure if it ends with another exit code than 0
     */
    static String run(String... command) throws InterruptedException {
        return run(List.of(command));
    }

    /** The same. */
    public static String run(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new StackFailure(String.join(" ", command) + " said: " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new StackFailure("cannot run " + command.get(0) + ": " + e.getMessage(), e);
        }
    }
}
