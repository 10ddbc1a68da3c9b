package io.github.sfcrime.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks, before any work is done, whether a file that is written later can be. */
public final class FileToWrite {

    private FileToWrite() {}

    /**
     * Refuses a directory, a missing folder and one in which nothing may be made.
     *
     * @param attempt what is to be done with it, as {@code "write rejects to"}
     */
    public static void check(String attempt, Path file) {
        if (Files.isDirectory(file)) {
            throw refused(attempt, file, "it is a directory, name a file");
        }
        if (Files.exists(file)) {
            if (!Files.isWritable(file)) {
                throw refused(attempt, file, "it may not be written, change its permissions or name another file");
            }
            return;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(attempt, file, "there is no folder " + folder + ", make it or name another file");
        }
        if (!Files.isWritable(folder)) {
            throw refused(attempt, file, "no file may be made in " + folder + ", name another file");
        }
    }

    private static UserErrorException refused(String attempt, Path file, String reason) {
        return new UserErrorException("cannot " + attempt + " " + file + ": " + reason);
    }
}
