package io.github.sfcrime.loader.read;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.CallSource;
import io.github.sfcrime.loader.call.Shown;
import io.github.sfcrime.loader.compressed.ZippedFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;

/** A file of calls for service. */
final class Input implements CallSource {

    private static final int LONGEST_NAME = 4096;

    private final Path path;
    private final ReadAs readAs;

    Input(Path path, ReadAs readAs) {
        this.path = path;
        this.readAs = readAs;
    }

    Path path() {
        return path;
    }

    private String name() {
        return Shown.text(path.toString(), LONGEST_NAME);
    }

    @Override
    public long size() {
        try {
            return Files.isRegularFile(path) ? Files.size(path) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /** Refuses what is no file that can be read, before anything is done with any of them. */
    void check() throws IOException {
        if (Files.notExists(path)) {
            throw new UserErrorException("cannot load " + name() + ": there is no such file");
        }
        if (!Files.isReadable(path)) {
            throw new UserErrorException("cannot load " + name() + ": it may not be read, change its permissions");
        }
        // What is no file can often be read but once.
        if (Files.isRegularFile(path)) {
            ZippedFile.refuseSeveral(path);
            open(new LongAdder()).close();
        }
    }

    /** Whether it is what an earlier load kept of the records that did not fit. */
    boolean isRejects() throws IOException {
        try (InputStream in = stream()) {
            return ContentStart.of(name(), new BufferedInputStream(in)).isRejects();
        }
    }

    @Override
    public CallReader open(LongAdder bytesRead) throws IOException {
        return Content.reader(name(), new CountedInputStream(stream(), bytesRead), readAs);
    }

    private InputStream stream() throws IOException {
        return new ChannelInputStream(FileChannel.open(path));
    }
}
