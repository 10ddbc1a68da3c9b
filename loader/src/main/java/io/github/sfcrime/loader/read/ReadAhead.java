package io.github.sfcrime.loader.read;

import io.github.sfcrime.loader.call.Ahead;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.RawCall;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets another reader read in a thread of its own, while what it has read is converted and put in order. */
final class ReadAhead implements CallReader {

    private final CallReader reader;
    private final Ahead<RawCall> ahead;

    /** @param reader one that never has to be told that what it read has arrived */
    ReadAhead(CallReader reader) {
        this.reader = reader;
        ahead = new Ahead<>("reading", this::read);
    }

    private @Nullable RawCall read() throws IOException {
        RawCall call = reader.next();
        if (call != null) {
            call.keepNames();
        }
        return call;
    }

    @Override
    public @Nullable RawCall next() throws IOException {
        return ahead.next();
    }

    /** Ends the reading, as {@link #close} does: the other thread may still be adding to them. */
    @Override
    public Set<String> ignoredFields() {
        ahead.close();
        return reader.ignoredFields();
    }

    @Override
    public List<String> remarks() {
        ahead.close();
        return reader.remarks();
    }

    @Override
    public void close() throws IOException {
        ahead.close();
        reader.close();
    }
}
