package io.github.sfcrime.local;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/** Keeps two programs from starting or stopping the same stack at once; the system drops it with the program. */
final class DirectoryLock {

    /** The file that is locked, in the stack's directory. */
    static final String FILE = "lock";

    private DirectoryLock() {}

    /** Does the work while nobody else does the like in this directory; fails where somebody does. */
    static <T> T holding(Path root, Callable<T> work) throws Exception {
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
