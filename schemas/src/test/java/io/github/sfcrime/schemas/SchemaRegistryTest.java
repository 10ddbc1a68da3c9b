package io.github.sfcrime.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a registry, and what its answers mean. */
class SchemaRegistryTest {

    private static final Schema SCHEMA = CallForService.SCHEMA$;

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String body = "{\"id\":258}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + asked);
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSchemaIsRegisteredUnderItsSubject() throws Exception {
        assertThat(registry().register("calls/2-value", SCHEMA)).isEqualTo(258);
        assertThat(requests)
                .containsExactly("POST /apis/ccompat/v7/subjects/calls%2F2-value/versions Basic dXNlcjpzZWNyZXQ= "
                        + new ObjectMapper().writeValueAsString(Map.of("schema", SCHEMA.toString())));
    }

    @Test
    void aSchemaIsFetchedOnce() throws Exception {
        body = new ObjectMapper().writeValueAsString(Map.of("schema", SCHEMA.toString()));
        SchemaRegistry registry = registry();

        assertThat(registry.schema(258)).isEqualTo(SCHEMA);
        assertThat(registry.schema(258)).isEqualTo(SCHEMA);
        assertThat(requests).containsExactly("GET /apis/ccompat/v7/schemas/ids/258 Basic dXNlcjpzZWNyZXQ= ");
    }

    @Test
    void anIncompatibleSchemaIsToldFromFailures() {
        status = 409;

        assertThatThrownBy(() -> registry().register("calls-value", SCHEMA))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("cannot register the schema of CallForService under calls-value with the registry at "
                        + place()
                        + ": it is not compatible with what is registered there: write to another topic, or change the"
                        + " subject's compatibility");
    }

    @Test
    void anIdThatTheRegistryDoesNotHaveIsTheRecordsFault() {
        status = 404;

        assertThatThrownBy(() -> registry().schema(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessage("the schema registry at " + place() + " has no schema with id 7");
    }

    @Test
    void aSchemaThatIsNotAvroIsTheRecordsFault() {
        body = "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message Call {}\"}";

        assertThatThrownBy(() -> registry().schema(7))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageStartingWith(
                        "schema 7 of the registry at " + place() + " is PROTOBUF that this build cannot use: ");
    }

    @Test
    void aRegistryThatFailsRefusesOrAnswersNonsenseIsAFailureOfTheWorld() {
        String failure = "cannot fetch schema 7: the schema registry at " + place() + " answers HTTP ";
        status = 500;
        body = "out\nof order";
        assertThatThrownBy(() -> registry().schema(7))
                .isInstanceOf(IOException.class)
                .hasMessage(failure + "500 out of order");
        status = 200;
        body = "{}";
        assertThatThrownBy(() -> registry().schema(7))
                .isInstanceOf(IOException.class)
                .hasMessage(failure + "200 {}");
        status = 401;
        assertThatThrownBy(() -> registry().schema(7))
                .isInstanceOf(IOException.class)
                .hasMessage(failure + "401: give user and password as in http://USER:PASSWORD@"
                        + server.getAddress().getAddress().getHostAddress());
    }

    @Test
    void aRegistryThatIsNotThereIsAFailureOfTheWorld() {
        SchemaRegistry nobody = registry();
        String place = place();
        server.stop(0);
        assertThatThrownBy(() -> nobody.register("calls-value", SCHEMA))
                .isInstanceOf(IOException.class)
                .hasMessage("no schema registry answers at " + place + ": start it, or name another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://user:secret@localhost", "http://user:secret@local host", "localhost:8081", ""})
    void whatIsNoUrlOfARegistryIsRefusedWithoutItsPassword(String url) {
        assertThatThrownBy(() -> SchemaRegistry.at(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage(
                        "a schema registry is named by a URL as in http://localhost:8081, with USER:PASSWORD@ before"
                                + " the host where it asks for them");
    }

    private String place() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/apis/ccompat/v7";
    }

    private SchemaRegistry registry() {
        return SchemaRegistry.at(place().replace("http://", "http://user:secret@") + "/");
    }
}
