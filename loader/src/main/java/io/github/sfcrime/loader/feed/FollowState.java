package io.github.sfcrime.loader.feed;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.cli.output.FileToWrite;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

/** The file in which {@link FollowedCalls} outlast the program: a heading, then a line for each call, of its time, perhaps with a slash and its version, and its number. */
final class FollowState {

    private final Path file;
    private final String heading;

    /** @param heading what the calls came from and went to, so that a file is not used for anything else */
    FollowState(Path file, String heading) {
        this.file = file;
        this.heading = heading;
    }

    /**
     * What is remembered of a call.
     *
     * @param time when it was closed, or seen last where updates are followed
     * @param version what tells one state of it from another; empty where only closed calls are followed
     */
    record Sent(LocalDateTime time, String version) {

        private static Sent parse(String text) {
            int slash = text.indexOf('/');
            return slash < 0
                    ? new Sent(LocalDateTime.parse(text), "")
                    : new Sent(LocalDateTime.parse(text.substring(0, slash)), text.substring(slash + 1));
        }

        private String text() {
            return version.isEmpty() ? time.toString() : time + "/" + version;
        }
    }

    /** What is remembered of each number; nothing where there is no file yet. */
    Map<String, Sent> read() throws IOException {
        Map<String, Sent> calls = new HashMap<>();
        FileToWrite.check("remember what was sent in", file);
        if (Files.notExists(file)) {
            return calls;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            if (!heading.equals(first)) {
                throw new UserErrorException("cannot go on with " + file + ": it is about '" + first + "', not '"
                        + heading + "': name another file with --follow-state");
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                calls.put(line.substring(space + 1), Sent.parse(line.substring(0, space)));
            }
            return calls;
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new UserErrorException("cannot go on with " + file + ": after " + calls.size()
                    + " calls it is damaged:" + " bring back a whole copy, or remove it and have all calls sent again");
        }
    }

    /** Replaces the file in one step, so that a crash leaves the old or the new one. */
    void write(Map<String, Sent> calls) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (FileOutputStream bytes = new FileOutputStream(next.toFile());
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            out.write(heading + "\n");
            for (Map.Entry<String, Sent> call : calls.entrySet()) {
                out.write(call.getValue().text() + " " + call.getKey() + "\n");
            }
            out.flush();
            bytes.getFD().sync();
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
