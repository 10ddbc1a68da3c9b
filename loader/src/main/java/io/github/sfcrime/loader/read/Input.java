package io.github.sfcrime.loader.read;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.CallSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A file of calls for service. */
final class Input implements CallSource {

    private final Path path;
    private final @Nullable InputFormat format;

    /** @param format the format that it is to be taken for, null for the one that its content shows */
    Input(Path path, @Nullable InputFormat format) {
        this.path = path;
        this.format = format;
    }

    Path path() {
        return path;
    }

    @Override
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses what is no file that can be read, before anything is done with any of them. */
    void check() throws IOException {
        if (Files.notExists(path)) {
            throw new UserErrorException("cannot load " + path + ": there is no such file");
        }
        if (!Files.isReadable(path)) {
            throw new UserErrorException("cannot load " + path + ": it may not be read, change its permissions");
        }
        // What is no file can often be read but once.
        if (Files.isRegularFile(path)) {
            open(new LongAdder()).close();
        }
    }

    @Override
    public CallReader open(LongAdder bytesRead) throws IOException {
        return Content.reader(path.toString(), new CountedInputStream(Files.newInputStream(path), bytesRead), format);
    }
}
