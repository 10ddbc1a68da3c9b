package io.github.sfcrime.loader.read;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.BrokenContentException;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.NoInputException;
import io.github.sfcrime.loader.csv.CsvCallReader;
import io.github.sfcrime.loader.csv.Delimiters;
import io.github.sfcrime.loader.csv.OtherDataSet;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first characters of a text, which tell its format. */
final class ContentStart {

    private static final int LENGTH = 1 << 16;

    private static final Pattern REJECT =
            Pattern.compile("\\{\"source\":\"(?:[^\"\\\\]|\\\\.)*\",\"record\":\\d+,\"line\":\\d+,.*", Pattern.DOTALL);

    private static final String UNKNOWN = "it is no JSON and no CSV with the headings of calls for service";

    private final String source;
    private final String text;
    private final @Nullable IOException damage;

    private ContentStart(String source, String text, @Nullable IOException damage) {
        this.source = source;
        this.text = text;
        this.damage = damage;
    }

    /** Looks at the beginning of {@code content} and leaves it to be read. */
    static ContentStart of(String source, BufferedInputStream content) throws IOException {
        content.mark(LENGTH);
        byte[] start = new byte[LENGTH];
        int length = 0;
        IOException damage = null;
        try {
            while (!isEnough(start, length)) {
                int read = content.read(start, length, LENGTH - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
        } catch (EOFException | BrokenContentException e) {
            // A stream that breaks this early breaks again for the reader, which knows how many records it had.
            if (length == 0) {
                throw e;
            }
            damage = e;
        }
        content.reset();
        return new ContentStart(source, new String(Arrays.copyOf(start, length), StandardCharsets.UTF_8), damage);
    }

    /** A few whole lines; more may be long in coming. */
    private static boolean isEnough(byte[] start, int length) {
        String text = new String(start, 0, length, StandardCharsets.UTF_8)
                .replace('\u001E', ' ')
                .stripLeading();
        return length == LENGTH
                || text.startsWith("{")
                || text.startsWith("[")
                || text.lines().limit(CsvCallReader.MOST_IN_FRONT + 1).count() > CsvCallReader.MOST_IN_FRONT
                || (text.indexOf('\n') >= 0 && hasHeading(text));
    }

    /** Whether a whole line is a heading of calls, or one with the columns of something else. */
    private static boolean hasHeading(String text) {
        return text.substring(0, text.lastIndexOf('\n'))
                .lines()
                .anyMatch(line -> Delimiters.ofHeading(line, null) != null);
    }

    /** What ends its lines. */
    char lineEnd() {
        int end = text.indexOf('\r');
        boolean alone = end >= 0 && end + 1 < text.length() && text.charAt(end + 1) != '\n';
        int newline = text.indexOf('\n');
        return alone && (newline < 0 || newline > end) ? '\r' : '\n';
    }

    /** Whether it is what a load kept of the records that did not fit. */
    boolean isRejects() {
        return REJECT.matcher(text).matches();
    }

    /** The format, refused where it is none that is known, unless damage is the reason. */
    InputFormat format(@Nullable Character delimiter) throws IOException {
        try {
            return known(delimiter);
        } catch (UserErrorException e) {
            if (damage != null) {
                throw damage;
            }
            throw e;
        }
    }

    private InputFormat known(@Nullable Character delimiter) {
        String content = text.replace('\u001E', ' ').stripLeading();
        if (content.isEmpty()) {
            throw new NoInputException(source, "it is empty");
        }
        if (content.startsWith("[") || content.startsWith("{")) {
            return InputFormat.JSON;
        }
        refuseWhatIsKnown(content);
        if (content.lines()
                .limit(CsvCallReader.MOST_IN_FRONT)
                .anyMatch(line -> Delimiters.ofHeading(line, delimiter) != null)) {
            return InputFormat.CSV;
        }
        List<String> lines = content.lines().limit(2).toList();
        boolean told = Delimiters.told(lines.get(0)) != null && lines.size() > 1;
        String heading = lines.get(told ? 1 : 0);
        List<String> columns = Delimiters.split(heading, delimiter == null ? Delimiters.guess(heading) : delimiter);
        if (columns.size() > 2 || columns.stream().anyMatch(ContentStart::isTelling)) {
            throw OtherDataSet.refusalOfHeading(source, columns);
        }
        throw new NoInputException(source, UNKNOWN + "; give another file, or name its format with --input-format");
    }

    private static boolean isTelling(String column) {
        CallField field = CallField.named(column);
        return field != null && field.isTelling();
    }

    private void refuseWhatIsKnown(String content) {
        String start = content.substring(0, Math.min(content.length(), 1000)).toLowerCase(Locale.ROOT);
        if (start.startsWith("version https://git-lfs")) {
            throw refusal("it is a pointer of Git LFS and not the file: get that with git lfs pull");
        }
        if (start.startsWith("<!doctype html") || (start.startsWith("<") && start.contains("<html"))) {
            throw refusal("it is an HTML page, of a portal or a login perhaps: get the data itself, as CSV or JSON");
        }
        if (start.startsWith("<<<<<<< ")) {
            throw refusal("it has the conflict markers of a merge: resolve the conflict");
        }
        if (start.startsWith("<")) {
            throw refusal("it is XML: get the data as CSV or JSON");
        }
        if (start.lines().findFirst().orElse("").indexOf('\0') >= 0) {
            throw new NoInputException(source, "it is no text");
        }
    }

    private UserErrorException refusal(String what) {
        return new UserErrorException("cannot load " + source + ": " + what);
    }
}
