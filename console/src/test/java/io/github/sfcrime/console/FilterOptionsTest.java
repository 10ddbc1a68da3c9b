package io.github.sfcrime.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.console.topic.RecordDecoder;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Which records pass the filters of the command line. */
class FilterOptionsTest {

    private static final WireFormat<CallCountKey> KEYS = new WireFormat<>(CallCountKey.SCHEMA$);

    private final List<TopicRecord> records = List.of(
            record(0, text("182750001"), "Passing Call", "HAN"),
            record(
                    1,
                    KEYS.encode(new CallCountKey(Samples.NINE, Samples.NINE.plusHours(1), "Traffic Stop", "")),
                    "Traffic Stop",
                    null));

    @Test
    void aKeyIsTextOrHasTheTextInAField() {
        assertThat(passing("--key", "182750001")).containsExactly(0L);
        assertThat(passing("--key", "Traffic Stop")).containsExactly(1L);
        assertThat(passing("--key", "2018-10-02T09:00:00")).containsExactly(1L);
        assertThat(passing("--key", "Traffic")).isEmpty();
    }

    @Test
    void everyFieldThatIsNamedHasItsValueAsItIsPrinted() {
        assertThat(passing("--field", "disposition=HAN")).containsExactly(0L);
        assertThat(passing("--field", "disposition=")).containsExactly(1L);
        assertThat(passing("--field", "count=3", "--field", "original_crime_type_name=Traffic Stop"))
                .containsExactly(1L);
        assertThat(passing("--field", "disposition=HAN", "--field", "original_crime_type_name=Traffic Stop"))
                .isEmpty();
        assertThat(passing("--field", "dispositon=HAN")).isEmpty();
    }

    @Test
    void aFieldThatARecordDoesNotHaveIsToldOnce() {
        List<String> remarks = new ArrayList<>();

        pass(filter("--field", "dispositon=HAN", "--field", "count=3").predicate(remarks::add));
        pass(filter("--field", "disposition=none of these").predicate(remarks::add));

        assertThat(remarks)
                .containsExactly("a record of CallCount has no field dispositon; there are window_start, window_end,"
                        + " original_crime_type_name, disposition, description, count");
    }

    private List<Long> passing(String... options) {
        return pass(filter(options).predicate(remark -> {}));
    }

    private List<Long> pass(Predicate<TopicRecord> filter) {
        List<Long> passing = new ArrayList<>();
        records.stream().filter(filter).forEach(record -> passing.add(record.offset()));
        return passing;
    }

    private static FilterOptions filter(String... options) {
        FilterOptions filter = new FilterOptions();
        new CommandLine(filter).parseArgs(options);
        return filter;
    }

    private static TopicRecord record(long offset, byte[] key, String type, @Nullable String disposition) {
        try {
            RecordDecoder decoder = new RecordDecoder(null);
            byte[] value = Samples.COUNTS.encode(Samples.count(Samples.NINE, type, disposition, null, 3));
            return new TopicRecord(
                    "crime_counts",
                    0,
                    offset,
                    Instant.EPOCH,
                    decoder.decode(key),
                    decoder.decode(value),
                    new RecordHeaders());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] text(String text) {
        return Samples.bytes(text);
    }
}
