package io.github.sfcrime.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system. */
final class Programs {

    private Programs() {}

    static boolean isThere(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * Runs one to its end.
     *
     * @return what it printed
     * @throws StackFailure if it ends with another exit code than 0
     */
    static String run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new StackFailure(String.join(" ", command) + " said: " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new StackFailure("cannot run " + command[0] + ": " + e.getMessage(), e);
        }
    }
}
