package io.github.sfcrime.loader.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.FieldNames;
import io.github.sfcrime.loader.call.IgnoredFields;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way reads an object as the long way does, or not at all. */
final class PlainObjectsTest {

    private static final Position HERE = new Position("here", 1, 1);

    private final PlainObjects plain = new PlainObjects(new FieldNames(), new IgnoredFields());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"crime_id\":\"1\",\"city\":\"San Francisco\"}",
                "{ \"city\" : \"\" , \"crime_id\" : \"1\" }\r",
                "{\r\n\t\"city\": \"\",\n  \"crime_id\": \"1\"\n}",
                "{\"other\":\"1\",\"city\":\"A ST \\\\ B ST\",\"address\":\"a\\\"b\\/\"}",
                "{\"point\":{\"type\":\"Point\",\"coordinates\":[-122.4,37.7]},\"x\":[[\"}\"]],\"city\":\"a\"}",
                "{\"intersection_point\": {\"type\":\"Point\",\n\"coordinates\":[-122.4,37.7]},\"city\":\"a\"}",
                "{\"intersection_point\":\"POINT (-122.4 37.7)\",\"city\":\"a\"}",
                "{\"call_dttm\":\"2018-12-31T23:57:00.000\"}"
            })
    void aPlainObjectIsReadAsAParserReadsIt(String line) throws Exception {
        assertThat(values(readPlainly(line))).isEqualTo(values(parsed(line))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "\"crime_id\":\"1\"}",
                "{crime_id\":\"1\"}",
                "{\"crime_id\"\"1\"}",
                "{\"crime_id\":\"1\"",
                "{\"crime_id\":\"1\",",
                "{\"crime_id\":\"1\",}",
                "{\"crime_id\":1}",
                "{\"crime_id\":null}",
                "{\"crime_id\":{\"a\":\"1\"}}",
                "{\"crime_id\":\"1\",\"crime_id\":\"1\"}",
                "{\"cad_number\":\"1\",\"crime_id\":\"1\"}",
                "{\"intersection_point\":{\"coordinates\":[1,]},\"city\":\"a\"}",
                "{\"intersection_point\":[-122.4,37.7],\"city\":\"a\"}",
                "{\"city\":\"a\\tb\"}",
                "{\"city\":\"a\\u0041b\"}",
                "{\"other\":\"\\n\",\"city\":\"a\"}",
                "{\"other\":[1}",
                "{\"c\\\"ity\":\"a\"}",
                "{\"other\":1,\"city\":\"a\"}",
                "{\"city\":\"a\tb\"}",
                "{\"city\":\"\u00e9\"}",
                "{\"city\":\"a}"
            })
    void whatIsNotPlainIsLeftToAParser(String line) {
        assertThat(readPlainly(line)).isNull();
    }

    @Test
    void anObjectWithItsFieldsInAnotherOrderThanTheLastIsReadAsWell() throws Exception {
        for (String line : List.of(
                "{\"crime_id\":\"1\",\"city\":\"a\",\"state\":\"CA\"}",
                "{\"city\":\"b\",\"crime_id\":\"2\"}",
                "{\"state\":\"CA\",\"city\":\"b\",\"crime_id\":\"2\",\"address\":\"x\"}",
                "{\"crime_id\":\"1\",\"city\":\"a\",\"state\":\"CA\"}")) {
            assertThat(values(readPlainly(line)))
                    .isEqualTo(values(parsed(line)))
                    .isNotNull();
        }
    }

    private @Nullable RawCall readPlainly(String line) {
        byte[] bytes = ("##" + line + "##").getBytes(StandardCharsets.UTF_8);
        return plain.read(bytes, 2, bytes.length - 2, HERE);
    }

    private static RawCall parsed(String line) throws Exception {
        try (JsonParser parser = JsonFields.JSON.createParser(line)) {
            parser.nextToken();
            return new JsonFields(new FieldNames(), new IgnoredFields()).read(parser, HERE);
        }
    }

    private static @Nullable List<@Nullable String> values(@Nullable RawCall call) {
        if (call == null) {
            return null;
        }
        List<@Nullable String> values = new ArrayList<>();
        CallField.ALL.forEach(field -> values.add(call.value(field)));
        return values;
    }
}
