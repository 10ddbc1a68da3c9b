package io.github.sfcrime.loader;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.UnfitValueException;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file of rejected records, as JSON lines; it is created with the first. */
final class Rejects implements Closeable {

    private Path file;
    private final boolean ours;
    private @Nullable FileOutputStream out;
    private @Nullable JsonGenerator json;
    private long count;

    /** Rejects in {@code file}, which is replaced if it exists. */
    Rejects(Path file) {
        this(file, false);
    }

    private Rejects(Path file, boolean ours) {
        this.file = file;
        this.ours = ours;
    }

    /**
     * Rejects that go to {@code file} instead of what it held before, which no other load may have meanwhile.
     *
     * @throws UserErrorException if another one has it
     */
    static Rejects alone(Path file) throws IOException {
        Rejects rejects = new Rejects(file);
        if (!Files.exists(file) || Files.isRegularFile(file)) {
            FileOutputStream out = new FileOutputStream(file.toFile(), true);
            if (!isOurs(out)) {
                out.close();
                throw new UserErrorException(
                        "cannot write rejects to " + file + ": another load writes its own there, name another file");
            }
            out.getChannel().truncate(0);
            rejects.out = out;
        }
        return rejects;
    }

    /** Locks the file for as long as the stream is open, unless it is locked already. */
    private static boolean isOurs(FileOutputStream out) throws IOException {
        try {
            return out.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Rejects in {@code file}, or in one with a number in its name if another load has created that. */
    static Rejects besideOthers(Path file) {
        return new Rejects(file, true);
    }

    /** Where they are, once there is one. */
    Path file() {
        return file;
    }

    long count() {
        return count;
    }

    /** Writes a record with its position, the reason, and its original fields. */
    void add(RawCall call, UnfitValueException reason) throws IOException {
        if (json == null) {
            json = open();
        }
        count++;
        json.writeStartObject();
        json.writeStringField("source", call.position().source());
        json.writeNumberField("record", call.position().record());
        json.writeNumberField("line", call.position().line());
        json.writeStringField("field", reason.field());
        json.writeStringField("value", reason.value());
        json.writeStringField("reason", reason.getMessage());
        writeOriginal(json, call);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private JsonGenerator open() throws IOException {
        if (ours) {
            file = createBesideOthers();
        }
        if (out == null) {
            // A stream that an interrupt does not close.
            out = new FileOutputStream(file.toFile());
        }
        JsonGenerator generator = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
        generator.setRootValueSeparator(null);
        return generator;
    }

    private Path createBesideOthers() throws IOException {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path free = file;
        for (int number = 2; true; number++) {
            try {
                return Files.createFile(free);
            } catch (FileAlreadyExistsException e) {
                free = file.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
            }
        }
    }

    /** Writes them to the disk. */
    void flush() throws IOException {
        if (json != null && out != null) {
            json.flush();
            out.getFD().sync();
        }
    }

    private static void writeOriginal(JsonGenerator json, RawCall call) throws IOException {
        if (call.original() != null) {
            json.writeStringField("original", call.original());
            return;
        }
        json.writeObjectFieldStart("original");
        for (CallField field : CallField.ALL) {
            String value = call.value(field);
            if (value != null) {
                json.writeStringField(call.name(field), value);
            }
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        if (json != null) {
            json.close();
        } else if (out != null) {
            out.close();
        }
    }
}
