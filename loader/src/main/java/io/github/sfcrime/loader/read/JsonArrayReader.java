package io.github.sfcrime.loader.read;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Calls from a JSON array of objects, as the city publishes them. */
final class JsonArrayReader implements CallReader {

    private final String source;
    private final JsonParser parser;
    private final JsonFields fields = new JsonFields();
    private long records;
    private boolean ended;

    JsonArrayReader(String source, InputStream in) throws IOException {
        this.source = source;
        parser = JsonFields.JSON.createParser(in);
    }

    @Override
    public @Nullable RawCall next() throws IOException {
        if (ended) {
            return null;
        }
        try {
            return read();
        } catch (EOFException e) {
            throw new DamagedInputException(here(), "the input is cut short here", e);
        } catch (JsonProcessingException e) {
            if (JsonFields.isCut(e)) {
                throw new DamagedInputException(here(), "the input is cut short here", e);
            }
            if (records == 0) {
                throw new UserErrorException("cannot load " + source + ": it is not JSON: " + e.getOriginalMessage());
            }
            throw new DamagedInputException(here(), "this is not JSON: " + e.getOriginalMessage(), e);
        } catch (ZipException e) {
            throw new DamagedInputException(here(), "the compressed data is damaged: " + e.getMessage(), e);
        }
    }

    private @Nullable RawCall read() throws IOException {
        JsonToken token = records == 0 ? beginning(parser.nextToken()) : parser.nextToken();
        while (token == JsonToken.END_ARRAY) {
            if (parser.nextToken() == null) {
                ended = true;
                return null;
            }
            token = beginning(parser.currentToken());
        }
        if (token == null) {
            throw new EOFException();
        }
        RawCall call = fields.read(parser, here());
        records++;
        return call;
    }

    /** The first token of the array that {@code token} should begin; arrays may follow one another. */
    private @Nullable JsonToken beginning(@Nullable JsonToken token) throws IOException {
        if (token == null || token == JsonToken.START_ARRAY) {
            return parser.nextToken();
        }
        throw new JsonParseException(parser, "expected an array");
    }

    private Position here() {
        return new Position(source, records + 1, parser.currentTokenLocation().getLineNr());
    }

    @Override
    public Set<String> ignoredFields() {
        return fields.ignored();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
