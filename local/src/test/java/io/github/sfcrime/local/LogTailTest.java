package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    @Test
    void showsTheLastLinesThenWhatIsAdded() throws IOException {
        Path file = Files.writeString(folder.resolve("broker.log"), "one\ntwo\nthr\u00e9e\nhal");
        LogTail tail = new LogTail(file);

        tail.printLast(2, out);
        tail.printNew(out);
        Files.writeString(file, "f\nlast\n", StandardOpenOption.APPEND);
        tail.printNew(out);

        assertThat(text.toString().lines())
                .containsExactly("==> broker.log <==", "two", "thr\u00e9e", "==> broker.log <==", "half", "last");
    }

    @Test
    void ofAHugeLogOnlyTheEndIsRead() throws IOException {
        Path file = folder.resolve("broker.log");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            // A hole, which takes no room on the disk, but would in memory.
            huge.setLength(8L << 30);
            huge.seek(huge.length());
            huge.writeBytes("\nlast but two\nlast but one\n\u001b[31mlast\n");
        }
        new LogTail(file).printLast(2, out);

        assertThat(text.toString().lines()).containsExactly("==> broker.log <==", "last but one", "\\u001b[31mlast");
    }

    @Test
    void aLogThatWasBegunAnewIsReadFromItsStart() throws IOException {
        Path file = Files.writeString(folder.resolve("broker.log"), "a long line of the old log\n");
        LogTail tail = new LogTail(file);

        tail.printLast(0, out);
        Files.writeString(file, "new\n");
        tail.printNew(out);

        assertThat(text.toString().lines()).containsExactly("==> broker.log <==", "==> broker.log <==", "new");
    }
}
