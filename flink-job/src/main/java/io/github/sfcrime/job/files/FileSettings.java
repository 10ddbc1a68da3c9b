package io.github.sfcrime.job.files;

import java.util.Set;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where files are written, and what of.
 *
 * @param folder absolute, or a URI; null where none is named
 * @param content what there are files of
 */
public record FileSettings(@Nullable String folder, Set<FileContent> content) {

    /** Whether there are files of that. */
    public boolean have(FileContent asked) {
        return content.contains(asked);
    }

    /**
     * The folder, which the TaskManagers create.
     *
     * @throws IllegalArgumentException if it is missing or not absolute
     */
    Path path() {
        if (folder == null) {
            throw new IllegalArgumentException("sink files needs --files FOLDER");
        }
        Path path = new Path(folder);
        if (path.toUri().getScheme() == null && !path.isAbsolute()) {
            throw new IllegalArgumentException("files must be an absolute path, or a URI: " + folder);
        }
        return path;
    }
}
