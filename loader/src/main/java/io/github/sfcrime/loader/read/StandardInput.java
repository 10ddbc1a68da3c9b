package io.github.sfcrime.loader.read;

import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.CallSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/** The calls that are piped in. */
public final class StandardInput implements CallSource {

    /** What it is called on the command line. */
    static final String ARGUMENT = "-";

    private static final String NAME = "standard input";

    private final InputStream in;
    private final ReadAs readAs;

    /** Calls of which the content shows what they are. */
    public StandardInput(InputStream in) {
        this(in, ReadAs.SHOWN);
    }

    StandardInput(InputStream in, ReadAs readAs) {
        this.in = in;
        this.readAs = readAs;
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public CallReader open(LongAdder bytesRead) throws IOException {
        return Content.reader(NAME, new CountedInputStream(in, bytesRead), readAs);
    }
}
