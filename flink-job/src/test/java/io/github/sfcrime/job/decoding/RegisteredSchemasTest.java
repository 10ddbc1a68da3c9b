package io.github.sfcrime.job.decoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.schemas.ConfluentFormat;
import io.github.sfcrime.schemas.RegistrySettings;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that others wrote, by schemas of their own in a registry. */
class RegisteredSchemasTest {

    private static final String LOCAL_TIME = field("call_date_time", logical("local-timestamp-millis"));
    private static final String TYPE = field("original_crime_type_name", "\"string\"");
    private static final long NINE =
            LocalDateTime.parse("2018-10-02T09:11:00").toInstant(ZoneOffset.UTC).toEpochMilli();

    private final List<String> asked = new ArrayList<>();
    private String schema = "";
    private HttpServer server;
    private CallDecoder decoder;
    private Call call = new Call();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        decoder = new CallDecoder(new NeededFields(false, false), SchemaRegistry.at(RegistrySettings.of(url)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        boolean known = exchange.getRequestURI().getPath().endsWith("/7");
        String quoted = schema.replace("\"", "\\\"");
        byte[] answer = (known ? "{\"schema\":\"" + quoted + "\"}" : "{}").getBytes(UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 404, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whateverLiesBetweenTheFieldsIsSteppedOver() throws Exception {
        schema = call(
                TYPE,
                field("units", "{\"type\":\"array\",\"items\":\"string\"}"),
                field("size", "[\"null\",\"string\",\"int\"]"),
                LOCAL_TIME,
                field("disposition", "[\"null\",\"string\"]"));

        decode("""
                {"original_crime_type_name": "Passing Call", "units": ["3A1", "3A2"], "size": {"int": 3},
                 "call_date_time": %d, "disposition": {"string": "HAN"}}""".formatted(NINE));

        assertThat(problem()).isNull();
        assertThat(call.originalCrimeTypeName).isEqualTo("Passing Call");
        assertThat(call.callDateTime).isEqualTo(NINE);
        assertThat(call.disposition).isEqualTo("HAN");
    }

    @Test
    void aNullWhereNoCallIsWithoutAValueIsTheRecordsProblem() throws Exception {
        schema = call(TYPE, field("call_date_time", "[\"null\"," + logical("local-timestamp-millis") + "]"));

        decode("{\"original_crime_type_name\": \"Passing Call\", \"call_date_time\": {\"long\": %d}}".formatted(NINE));
        assertThat(problem()).isNull();
        assertThat(call.callDateTime).isEqualTo(NINE);

        decode("{\"original_crime_type_name\": \"Passing Call\", \"call_date_time\": null}");
        assertThat(problem()).isEqualTo("not a call for service: call_date_time is null");
        assertThat(kind()).isEqualTo(Problem.Kind.MALFORMED);
        assertThat(call.callDateTime).isEqualTo(Call.NO_EVENT_TIME);
    }

    @Test
    void aTextInBytesIsTheText() throws Exception {
        schema = call(TYPE, LOCAL_TIME, field("disposition", "\"bytes\""));

        decode("{\"original_crime_type_name\": \"Passing Call\", \"call_date_time\": %d, \"disposition\": \"HAN\"}"
                .formatted(NINE));

        assertThat(problem()).isNull();
        assertThat(call.disposition).isEqualTo("HAN");
    }

    @ParameterizedTest
    @CsvSource({
        "local-timestamp-millis, 1538471460000",
        "local-timestamp-micros, 1538471460000999",
        "timestamp-millis, 1538496660000",
        "timestamp-micros, 1538496660000000",
        "timestamp-nanos, 1538496660000000000",
    })
    void timesOfEveryKindBecomeWhatTheClocksInSanFranciscoShow(String logicalType, long number) throws Exception {
        assertThat(Instant.parse("2018-10-02T16:11:00Z").toEpochMilli()).isEqualTo(1538496660000L);
        schema = call(TYPE, field("call_date_time", logical(logicalType)));

        decode("{\"original_crime_type_name\": \"Passing Call\", \"call_date_time\": %d}".formatted(number));

        assertThat(problem()).isNull();
        assertThat(call.callDateTime).isEqualTo(NINE);
    }

    @Test
    void aSchemaThatIsNoUseIsSaidToBeOfItsEveryRecordAndAskedForOnce() throws Exception {
        schema = call(TYPE, field("call_date_time", "\"long\""));

        for (int i = 0; i < 3; i++) {
            decode("{\"original_crime_type_name\": \"Passing Call\", \"call_date_time\": %d}".formatted(NINE));
            assertThat(kind()).isEqualTo(Problem.Kind.UNKNOWN_SCHEMA);
            assertThat(problem())
                    .isEqualTo("schema 7 of the registry can't be used for calls: call_date_time must be a long with"
                            + " one of the logical types local-timestamp-millis, local-timestamp-micros,"
                            + " local-timestamp-nanos, timestamp-millis, timestamp-micros, timestamp-nanos: \"long\"");
        }
        assertThat(asked).containsExactly("/schemas/ids/7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "original_crime_type_name | \"int\" | original_crime_type_name must be a string: \"int\"",
                "original_crime_type_name | [\"null\",\"string\",\"int\"] | original_crime_type_name must be a string:"
                        + " [\"null\",\"string\",\"int\"]",
                "some_crime_type_name | \"string\" | it has no original_crime_type_name",
            })
    void aSchemaWhoseFieldsCannotBeReadIsNoUse(String name, String type, String reason) throws Exception {
        schema = call(LOCAL_TIME, field(name, type));

        decode(new byte[] {0});

        assertThat(kind()).isEqualTo(Problem.Kind.UNKNOWN_SCHEMA);
        assertThat(problem()).isEqualTo("schema 7 of the registry can't be used for calls: " + reason);
    }

    @Test
    void theSchemaOfAnotherRecordIsNoUse() throws Exception {
        schema = call(TYPE, LOCAL_TIME).replace("CallForService", "Incident");

        decode(new byte[] {0});

        assertThat(kind()).isEqualTo(Problem.Kind.UNKNOWN_SCHEMA);
        assertThat(problem())
                .isEqualTo("schema 7 of the registry can't be used for calls: it is of a Incident, not of a"
                        + " CallForService");
    }

    @Test
    void anIdThatTheRegistryDoesNotHaveIsAskedForOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            read(decoder, ConfluentFormat.header(8));
            assertThat(kind()).isEqualTo(Problem.Kind.UNKNOWN_SCHEMA);
            assertThat(problem()).endsWith("has no schema with id 8");
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void withoutARegistryItsSchemasAreUnknown() throws Exception {
        read(new CallDecoder(), ConfluentFormat.header(7));

        assertThat(kind()).isEqualTo(Problem.Kind.UNKNOWN_SCHEMA);
        assertThat(problem())
                .isEqualTo("schema 7 of the registry can't be used for calls: it takes --schema-registry URL to know"
                        + " it");
    }

    private static String call(String... fields) {
        return "{\"type\":\"record\",\"name\":\"CallForService\",\"fields\":[" + String.join(",", fields) + "]}";
    }

    private static String field(String name, String type) {
        return "{\"name\":\"" + name + "\",\"type\":" + type + "}";
    }

    private static String logical(String logicalType) {
        return "{\"type\":\"long\",\"logicalType\":\"" + logicalType + "\"}";
    }

    private void decode(String json) throws IOException {
        Schema writer = new Schema.Parser().parse(schema);
        GenericRecord record = new GenericDatumReader<GenericRecord>(writer)
                .read(null, DecoderFactory.get().jsonDecoder(writer, json));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Encoder encoder = EncoderFactory.get().binaryEncoder(body, null);
        new GenericDatumWriter<GenericRecord>(writer).write(record, encoder);
        encoder.flush();
        decode(body.toByteArray());
    }

    private void decode(byte @Nullable [] body) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(ConfluentFormat.header(7));
        message.writeBytes(body);
        read(decoder, message.toByteArray());
    }

    private void read(CallDecoder by, byte[] value) throws IOException {
        call = by.decode(value);
    }

    private @Nullable String problem() {
        return call.problem == null ? null : call.problem.text;
    }

    private Problem.@Nullable Kind kind() {
        return call.problem == null ? null : call.problem.kind;
    }
}
