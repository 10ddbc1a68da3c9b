package io.github.sfcrime.console.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldConditionsTest {

    private static final Schema SCHEMA = SchemaBuilder.record("Lists")
            .fields()
            .name("types")
            .type()
            .array()
            .items()
            .stringType()
            .noDefault()
            .name("counts")
            .type()
            .map()
            .values()
            .longType()
            .noDefault()
            .endRecord();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            types  | ["Gate","Boat"] | true
            types  | [Gate, Boat]    | false
            counts | {"Gate":2}      | true
            counts | {Gate=2}        | false
            """)
    void listsAndMapsAreComparedAsJson(String field, String wanted, boolean holds) {
        GenericData.Record record = new GenericData.Record(SCHEMA);
        record.put("types", List.of("Gate", "Boat"));
        record.put("counts", Map.of("Gate", 2L));

        assertThat(new FieldConditions(Map.of(field, wanted), remark -> {}).hold(record))
                .isEqualTo(holds);
    }
}
