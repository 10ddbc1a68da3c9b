package io.github.sfcrime.loader.read;

import io.github.sfcrime.loader.call.BrokenContentException;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.compressed.CompressionFormat;
import io.github.sfcrime.loader.text.TextEncoding;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** What an input holds, its compression, encoding and format told by its first bytes. */
final class Content {

    private static final int BUFFER = 1 << 16;

    private Content() {}

    /**
     * A reader of the calls in {@code in}, which it closes.
     *
     * @param source what messages call it
     */
    static CallReader reader(String source, InputStream in, ReadAs readAs) throws IOException {
        try {
            return reader(source, text(source, new BufferedInputStream(in, BUFFER), readAs), readAs);
        } catch (EOFException e) {
            in.close();
            throw DamagedInputException.cut(new Position(source, 1, 1), e);
        } catch (BrokenContentException e) {
            in.close();
            throw new DamagedInputException(new Position(source, 1, 1), String.valueOf(e.getMessage()), e);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static BufferedInputStream text(String source, BufferedInputStream raw, ReadAs readAs) throws IOException {
        ForeignFormat.refuse(source, raw);
        BufferedInputStream content = CompressionFormat.decompressed(source, raw);
        if (content != raw) {
            ForeignFormat.refuse(source, content);
            ForeignFormat.refuseCompressed(source, content);
        }
        return TextEncoding.asUtf8(source, content, readAs.encoding());
    }

    private static CallReader reader(String source, BufferedInputStream text, ReadAs readAs) throws IOException {
        ContentStart start = ContentStart.of(source, text);
        InputFormat given = readAs.format();
        InputFormat format = given == null ? start.format(readAs.delimiter()) : given;
        return new ReadAhead(format.reader(source, text, readAs.delimiter()));
    }
}
