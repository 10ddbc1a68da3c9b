package io.github.sfcrime.cli.output;

import io.github.sfcrime.cli.UserErrorException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks before the work begins that a file can be written. */
public final class FileToWrite {

    private FileToWrite() {}

    /**
     * Fails for a directory, in a missing folder and in one that is read-only.
     *
     * @param attempt what is to be done with it, as {@code "write rejects to"}
     */
    public static void check(String attempt, Path file) {
        if (Files.isDirectory(file)) {
            throw refused(attempt, file, "it is a directory, name a file");
        }
        if (Files.exists(file)) {
            if (!Files.isWritable(file)) {
                throw refused(attempt, file, "it is read-only, change its permissions or name another file");
            }
            return;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(attempt, file, "there is no folder " + folder + ", create it or name another file");
        }
        if (!Files.isWritable(folder)) {
            throw refused(attempt, file, folder + " is read-only, name another file");
        }
    }

    private static UserErrorException refused(String attempt, Path file, String reason) {
        return new UserErrorException("cannot " + attempt + " " + file + ": " + reason);
    }
}
