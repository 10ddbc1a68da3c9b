package io.github.sfcrime.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;

class KnownSchemasTest {

    @Test
    void everySchemaIsFoundByItsFingerprint() throws Exception {
        for (Schema schema : KnownSchemas.all()) {
            assertThat(KnownSchemas.withFingerprint(WireFormat.fingerprint(schema)))
                    .isEqualTo(schema);
        }
    }

    @Test
    void twoSchemasThatDifferOnlyInALogicalTypeAreRefusedBecauseTheyShareAFingerprint() {
        Schema millis = recordOf("{\"type\": \"long\", \"logicalType\": \"local-timestamp-millis\"}");
        Schema micros = recordOf("{\"type\": \"long\", \"logicalType\": \"local-timestamp-micros\"}");

        assertThatThrownBy(() -> KnownSchemas.index(List.of(millis, micros)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "two schemas share a fingerprint: Call and Call; logical types and docs are not part of it");
    }

    @Test
    void everyVersionOfACallCanBeReadAsTheCurrentOne() {
        for (Schema version : KnownSchemas.all()) {
            if (version.getFullName().equals(CallForService.SCHEMA$.getFullName())) {
                assertThat(SchemaCompatibility.checkReaderWriterCompatibility(CallForService.SCHEMA$, version)
                                .getType())
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
        }
    }

    @Test
    void anUnknownFingerprintSaysWhatToDo() {
        assertThatThrownBy(() -> KnownSchemas.withFingerprint(0xCAFEL))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessage("schema fingerprint 000000000000cafe is unknown to this build, a newer program may have "
                        + "written it: upgrade this one");
    }

    @Test
    void everyFieldSaysWhatItIs() {
        for (Schema schema : KnownSchemas.all()) {
            assertThat(schema.getDoc()).as(schema.getName()).isNotBlank();
            assertThat(schema.getFields())
                    .allSatisfy(
                            field -> assertThat(field.doc()).as(field.name()).isNotBlank());
        }
    }

    private static Schema recordOf(String type) {
        return new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"Call\", \"fields\": [{\"name\": \"at\", \"type\": " + type
                        + "}]}");
    }
}
