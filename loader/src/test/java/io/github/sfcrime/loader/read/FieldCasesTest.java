package io.github.sfcrime.loader.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.cli.UserErrorException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inputs that went wrong for people who do this work, where they are kept beside the project. */
final class FieldCasesTest {

    private static final Path CASES =
            Path.of(System.getProperty("sfcrime.shared", "../../shared")).resolve("field-cases");

    /** File, calls, rejects, and a part of what is said of it. */
    private static final List<List<String>> EXPECTED = List.of(
            List.of("01-portal-csv-year-first/calls.csv", "3", "0", ""),
            List.of("06-api-final-type-only/page.json", "1", "0", ""),
            List.of("07-socrata-rows-json/rows.json", "3", "0", ""),
            List.of("08-geojson/calls.geojson", "2", "0", ""),
            List.of("12-pandas/floats.csv", "3", "0", ""),
            List.of("12-pandas/index.csv", "3", "0", ""),
            List.of("12-pandas/plain.csv", "3", "0", ""),
            List.of("14-jq-pretty/calls.json", "3", "0", ""),
            List.of("21-semicolons/calls.csv", "3", "0", ""),
            List.of("21-semicolons/sep.csv", "3", "0", ""),
            List.of("23-utf16/calls.csv", "3", "0", ""),
            List.of("23-utf16/calls.json", "3", "0", ""),
            List.of("23-utf16/nobom.csv", "0", "0", "give --encoding UTF-16LE"),
            List.of("24-cp1252/calls.csv", "0", "3", "load it with --encoding windows-1252"),
            List.of("24-cp1252/calls.json", "2", "1", "load it with --encoding windows-1252"),
            List.of("24-cp1252/calls.jsonl", "2", "1", "load it with --encoding windows-1252"),
            List.of("27-zip/calls.zip", "3", "0", ""),
            List.of("31-gzip-tail/cut-body.gz", "2", "0", "the input is cut short here"),
            List.of("31-gzip-tail/cut-header.gz", "2", "0", "the input is cut short here"),
            List.of("31-gzip-tail/garbage.gz", "2", "0", "behind the gzip data stand bytes that are none"),
            List.of("31-gzip-tail/zeros.gz", "2", "0", ""),
            List.of("33-zstd/skip.zst", "2", "0", ""),
            List.of("33-zstd/behind.zst", "2", "0", ""),
            List.of("33-zstd/two.zst", "3", "0", ""),
            List.of("33-zstd/long.zst", "0", "0", "needs more memory"),
            List.of("34-piped-gzip/a.gz", "49", "0", ""),
            List.of("43-json-loose/arrays.json", "3", "0", ""),
            List.of("43-json-loose/comma.json", "2", "0", "commas where JSON has none"),
            List.of("43-json-loose/commalines.json", "3", "0", "before the bracket that closes its array"),
            List.of("43-json-loose/concat.jsonl", "2", "0", ""),
            List.of("43-json-loose/garbage.json", "3", "0", "behind the end of the calls stands Done."),
            List.of("53-csv-open-quote/calls.csv", "7", "1", "3 null opens a quote"),
            List.of("53-csv-open-quote/mid.csv", "6", "1", "3 null opens a quote"),
            List.of("55-times/calls.jsonl", "11", "9", "7 call_date_time Invalid value for SecondOfMinute"));

    @Test
    void eachIsReadOrToldAsItShould() throws IOException {
        System.out.println(CASES + (Files.exists(CASES) ? " are used" : " are not there, nothing to test"));
        if (!Files.exists(CASES)) {
            return;
        }
        List<String> wrong = new ArrayList<>();
        for (List<String> expected : EXPECTED) {
            String got = outcome(CASES.resolve(expected.get(0)), ReadAs.SHOWN);
            String counts = expected.get(1) + " calls, " + expected.get(2) + " rejects: ";
            boolean silent = expected.get(3).isEmpty();
            if (!got.startsWith(counts) || !got.contains(expected.get(3)) || (silent && !got.equals(counts))) {
                wrong.add(expected + " but " + got);
            }
        }
        assertThat(wrong).isEmpty();
        ReadAs windows = new ReadAs(null, Charset.forName("windows-1252"), null);
        for (String name : List.of("calls.csv", "calls.json", "calls.jsonl")) {
            assertThat(outcome(CASES.resolve("24-cp1252").resolve(name), windows))
                    .isEqualTo("3 calls, 0 rejects: ");
        }
        Folder spark = Folder.of(CASES.resolve("13-spark-folder"), ReadAs.SHOWN);
        assertThat(spark.inputs()).hasSize(2);
        assertThat(spark.remark()).contains("_SUCCESS", ".part-00000.json.crc", "part-00002.json (empty)");
    }

    private static String outcome(Path file, ReadAs readAs) throws IOException {
        try {
            ReadBack read = ReadBack.of(file, readAs);
            String said = read.damage() == null ? String.join("; ", read.rejected()) : read.damage();
            return read.sent().size() + " calls, " + read.rejected().size() + " rejects: " + said
                    + String.join("; ", read.remarks());
        } catch (UserErrorException e) {
            return "0 calls, 0 rejects: " + e.getMessage();
        }
    }
}
