package io.github.sfcrime.loader.read;

import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.CallSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The calls that are piped in. */
public final class StandardInput implements CallSource {

    /** What it is called on the command line. */
    static final String ARGUMENT = "-";

    private static final String NAME = "standard input";

    private final InputStream in;
    private final @Nullable InputFormat format;

    /** @param format the format that it is to be taken for, null for the one that its content shows */
    public StandardInput(InputStream in, @Nullable InputFormat format) {
        this.in = in;
        this.format = format;
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public CallReader open(LongAdder bytesRead) throws IOException {
        return Content.reader(NAME, new CountedInputStream(in, bytesRead), format);
    }
}
