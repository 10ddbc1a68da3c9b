package io.github.sfcrime.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of one log file, and what is added to it. */
final class LogTail {

    private final Path file;
    private long shown;

    LogTail(Path file) {
        this.file = file;
    }

    /** Prints the last lines under the file's name. */
    void printLast(int lines, PrintWriter out) {
        List<String> all = read();
        print(all.subList(Math.max(0, all.size() - lines), all.size()), out);
    }

    /** Prints what was added since, if anything was. */
    void printNew(PrintWriter out) {
        List<String> added = read();
        if (!added.isEmpty()) {
            print(added, out);
        }
    }

    private void print(List<String> lines, PrintWriter out) {
        out.println("==> " + file.getFileName() + " <==");
        lines.forEach(out::println);
    }

    /** The whole lines since the last time; a file that has become shorter was begun anew. */
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
