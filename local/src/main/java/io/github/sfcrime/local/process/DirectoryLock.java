package io.github.sfcrime.local.process;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/** A file lock that keeps two programs from starting or stopping the same stack at once. */
public final class DirectoryLock {

    /** The file that is locked, in the stack's directory. */
    static final String FILE = "lock";

    private DirectoryLock() {}

    /** Runs {@code work} while holding the lock of the directory; fails if another program holds it. */
    public static <T> T holding(Path root, Callable<T> work) throws Exception {
        try (FileChannel channel =
                FileChannel.open(root.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() == null) {
                throw new StackFailure(
                        "cannot change the stack in " + root + ": another sfcrime is starting or stopping it");
            }
            return work.call();
        }
    }
}
