package io.github.sfcrime.local;

import io.github.sfcrime.console.rows.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.io.input.ReversedLinesFileReader;

/**
 * Prints the end of one log file, then what is appended. The Tailer of commons-io would lose lines in between, because
 * it begins at the start or at the end of a file only.
 */
final class LogTail {

    private final Path file;
    private long shown;

    LogTail(Path file) {
        this.file = file;
    }

    /** Prints the last lines under the file's name, without one that is incomplete. */
    void printLast(int lines, PrintWriter out) {
        try (ReversedLinesFileReader reader = ReversedLinesFileReader.builder()
                .setPath(file)
                .setCharset(StandardCharsets.UTF_8)
                .get()) {
            shown = Files.size(file);
            List<String> last = new ArrayList<>(reader.readLines(lines + 1));
            if (!last.isEmpty() && isBeingWritten()) {
                shown -= last.remove(0).getBytes(StandardCharsets.UTF_8).length;
            }
            List<String> wanted = last.subList(0, Math.min(lines, last.size()));
            Collections.reverse(wanted);
            print(wanted, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file ends in the middle of a line. */
    private boolean isBeingWritten() throws IOException {
        ByteBuffer end = ByteBuffer.allocate(1);
        try (FileChannel channel = FileChannel.open(file)) {
            return shown > 0 && channel.read(end, shown - 1) == 1 && end.get(0) != '\n';
        }
    }

    /** Prints the lines that were appended since. */
    void printNew(PrintWriter out) {
        List<String> added = read();
        if (!added.isEmpty()) {
            print(added, out);
        }
    }

    private void print(List<String> lines, PrintWriter out) {
        out.println("==> " + file.getFileName() + " <==");
        lines.forEach(line -> out.println(Printable.lines(line)));
    }

    /** The complete lines since the last call; a file that is shorter than before is read from its beginning. */
    private List<String> read() {
        try (FileChannel channel = FileChannel.open(file)) {
            shown = channel.size() < shown ? 0 : shown;
            ByteBuffer added = ByteBuffer.allocate(Math.toIntExact(channel.size() - shown));
            while (added.hasRemaining() && channel.read(added, shown + added.position()) >= 0) {}
            String text = new String(added.array(), 0, added.position(), StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            shown += whole.getBytes(StandardCharsets.UTF_8).length;
            return whole.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
