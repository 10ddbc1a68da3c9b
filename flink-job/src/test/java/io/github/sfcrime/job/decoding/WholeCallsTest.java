package io.github.sfcrime.job.decoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.sfcrime.job.failures.PermanentFailure;
import io.github.sfcrime.schemas.ConfluentFormat;
import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.RegistrySettings;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeCallsTest {

    private static final long NINE =
            LocalDateTime.parse("2018-10-02T09:11:00").toInstant(ZoneOffset.UTC).toEpochMilli();

    @ParameterizedTest
    @ValueSource(strings = {"call-for-service-1.avsc", "call-for-service-2.avsc"})
    void aCallOfAnEarlierSchemaIsOneOfTheCurrentSchema(String earlier) throws Exception {
        Schema writer = KnownSchemas.earlier(earlier);
        byte[] value = encoded(writer, WireFormat.header(writer), call -> {
            call.put("crime_id", 7L);
            call.put("address", "Market St");
        });

        GenericRecord call = new WholeCalls(null).read(value);

        assertThat(call.getSchema()).isEqualTo(WholeCalls.schema());
        assertThat(call.get("crime_id")).isEqualTo(7L);
        assertThat(call.get("original_crime_type_name")).hasToString("Passing Call");
        assertThat(call.get("call_date_time")).isEqualTo(NINE);
        assertThat(call.get("address")).hasToString("Market St");
        assertThat(call.get("longitude")).isNull();
    }

    @Test
    void timesOfARegisteredSchemaBecomeWhatTheClocksInSanFranciscoShow() throws Exception {
        GenericRecord read = registered("""
                {"name": "crime_id", "type": "int"},
                {"name": "close_date_time", "type": ["null", {"type": "long", "logicalType": "timestamp-micros"}]},
                {"name": "entry_date_time", "type": ["null", {"type": "long", "logicalType": "timestamp-micros"}]}""", call -> {
            call.put("crime_id", 7);
            call.put("close_date_time", 1538496660000000L);
        });

        assertThat(read.get("crime_id")).isEqualTo(7L);
        assertThat(read.get("call_date_time")).isEqualTo(NINE);
        assertThat(read.get("close_date_time")).isEqualTo(NINE);
        assertThat(read.get("entry_date_time")).isNull();
    }

    @Test
    void aFieldOfAnotherTypeIsAFailureThatSaysWhatToDo() {
        assertThatThrownBy(() -> registered("""
                        {"name": "crime_id", "type": "long"}, {"name": "agency_id", "type": "string"}""", call -> {
                    call.put("crime_id", 7L);
                    call.put("agency_id", "SFPD");
                }))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageStartingWith("cannot read a call whole, as its file needs it: ")
                .hasMessageEndingWith(": leave out calls of --files-of");
    }

    /** What is read of a call by a schema that a registry knows by the number 7. */
    private static GenericRecord registered(String fields, Consumer<GenericRecord> filling) throws IOException {
        String schema = """
                {"type": "record", "name": "CallForService", "fields": [
                {"name": "original_crime_type_name", "type": "string"},
                {"name": "call_date_time", "type": {"type": "long", "logicalType": "local-timestamp-millis"}},
                """ + fields + "]}";
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/schemas/ids/7", exchange -> {
            String quoted = schema.replace("\"", "\\\"").replace("\n", " ");
            byte[] answer = ("{\"schema\":\"" + quoted + "\"}").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort();
            return new WholeCalls(SchemaRegistry.at(RegistrySettings.of(url)))
                    .read(encoded(new Schema.Parser().parse(schema), ConfluentFormat.header(7), filling));
        } finally {
            server.stop(0);
        }
    }

    private static byte[] encoded(Schema writer, byte[] header, Consumer<GenericRecord> filling) throws IOException {
        GenericRecord call = new GenericData.Record(writer);
        call.put("original_crime_type_name", "Passing Call");
        call.put("call_date_time", NINE);
        filling.accept(call);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(header);
        Encoder encoder = EncoderFactory.get().binaryEncoder(message, null);
        new GenericDatumWriter<GenericRecord>(writer, new GenericData()).write(call, encoder);
        encoder.flush();
        return message.toByteArray();
    }
}
