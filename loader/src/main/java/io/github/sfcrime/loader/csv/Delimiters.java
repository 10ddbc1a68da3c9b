package io.github.sfcrime.loader.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands between the columns of CSV files. */
public final class Delimiters {

    /** A line in front of the heading that tells Excel what the file is delimited by. */
    private static final Pattern TOLD = Pattern.compile("\"?sep=(.)\"?,*", Pattern.CASE_INSENSITIVE);

    private static final String USUAL = ",;\t|";

    private Delimiters() {}

    /** What a line in front of the heading says, or null where it says nothing of that. */
    public static @Nullable Character told(String line) {
        Matcher told = TOLD.matcher(line);
        return told.matches() ? told.group(1).charAt(0) : null;
    }

    /** What delimits the columns of a heading of calls for service; null where it is no such heading. */
    static @Nullable Character of(String heading) {
        return candidates(heading)
                .filter(delimiter -> CsvHeading.isOne(split(heading, delimiter)))
                .findFirst()
                .orElse(null);
    }

    /**
     * What delimits the columns of a heading of calls for service; null where it is none.
     *
     * @param given what it is said to be, null for what the line shows
     */
    public static @Nullable Character ofHeading(String line, @Nullable Character given) {
        return given == null ? of(line) : CsvHeading.isOne(split(line, given)) ? given : null;
    }

    /** What seems to delimit the columns of whatever heading. */
    public static char guess(String heading) {
        return USUAL.chars()
                .mapToObj(c -> (char) c)
                .max(Comparator.comparing(c -> split(heading, c).size()))
                .orElse(',');
    }

    /** The columns of a heading. */
    public static List<String> split(String heading, char delimiter) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .ofSingleCsvRecord(heading)
                    .getFields();
        } catch (CsvParseException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The usual ones first, the space last: it stands within headings too. */
    private static Stream<Character> candidates(String heading) {
        return (USUAL + heading + " ")
                .chars()
                .distinct()
                .filter(c -> !Character.isLetterOrDigit(c) && "_\"\r\n".indexOf(c) < 0)
                .mapToObj(c -> (char) c)
                .sorted(Comparator.comparing(c -> c == ' '));
    }
}
