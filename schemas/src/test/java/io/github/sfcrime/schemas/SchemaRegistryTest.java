package io.github.sfcrime.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a registry, and what its answers mean. */
class SchemaRegistryTest {

    private static final Schema SCHEMA = CallForService.SCHEMA$;

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String body = "{\"id\":258}";

    @TempDir
    private Path directory;

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
        body = "<!DOCTYPE html>\n<html><title>Sign in</title></html>";
        assertThatThrownBy(() -> registry().schema(7))
                .isInstanceOf(IOException.class)
                .hasMessage(failure + "200 <!DOCTYPE html> <html><title>Sign in</title></html>: is that the address of"
                        + " its API?");
        status = 403;
        body = "{\"error_code\":40301,\"message\":\"User is denied operation Read on\\u001b[0m Subject: calls\"}";
        assertThatThrownBy(() -> registry().schema(7))
                .isInstanceOf(IOException.class)
                .hasMessage(failure + "403 User is denied operation Read on [0m Subject: calls: give a user who may do"
                        + " that, and the password, as basic.auth.user.info in the file of --schema-registry-config");
    }

    @Test
    void aRegistryWithACertificateOfOnesOwnIsTrustedByATruststoreOfEachKind() throws Exception {
        body = new ObjectMapper().writeValueAsString(Map.of("schema", SCHEMA.toString()));
        keytool(
                "-genkeypair",
                "-alias",
                "registry",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=registry",
                "-ext",
                "san=ip:127.0.0.1");
        keytool("-exportcert", "-alias", "registry", "-rfc", "-file", file("trust.pem"));
        KeyStore keys = KeyStore.getInstance(directory.resolve("keys.p12").toFile(), "changeit".toCharArray());
        KeyManagerFactory ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        ours.init(keys, "changeit".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(ours.getKeyManagers(), null, null);
        HttpsServer secured = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(tls));
        secured.createContext("/", exchange -> {
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        secured.start();
        String url = "https://127.0.0.1:" + secured.getAddress().getPort();
        try {
            assertThat(SchemaRegistry.at(new RegistrySettings(
                                    url,
                                    Map.of("ssl.truststore.location", file("trust.pem"), "ssl.truststore.type", "PEM")))
                            .schema(7))
                    .isEqualTo(SCHEMA);
            assertThat(SchemaRegistry.at(new RegistrySettings(
                                    url,
                                    Map.of(
                                            "ssl.truststore.location",
                                            file("keys.p12"),
                                            "ssl.truststore.password",
                                            "changeit")))
                            .schema(7))
                    .isEqualTo(SCHEMA);
            assertThatThrownBy(() -> SchemaRegistry.at(RegistrySettings.of(url)).schema(7))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot talk to the schema registry at " + url + ": ")
                    .hasMessageEndingWith(
                            ": is its certificate in the ssl.truststore.location of --schema-registry-config?");
        } finally {
            secured.stop(0);
        }
    }

    @Test
    void aTruststoreThatIsNotThereOrIsNoneIsAMistake() throws IOException {
        Files.writeString(directory.resolve("none.p12"), "none");

        for (String name : List.of("missing.p12", "none.p12")) {
            assertThatThrownBy(() -> SchemaRegistry.at(
                            new RegistrySettings("https://localhost", Map.of("ssl.truststore.location", file(name)))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "cannot read the certificates in ssl.truststore.location " + file(name) + ": ");
        }
    }

    @Test
    void aSettingThatIsNoneIsRefusedAndSecretsAreNotShown() {
        assertThatThrownBy(() -> new RegistrySettings("http://localhost", Map.of("basic.auth.user", "user:secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no setting basic.auth.user of a schema registry, but basic.auth.user.info,"
                        + " ssl.truststore.location, ssl.truststore.password, ssl.truststore.type");
        assertThatThrownBy(() -> new RegistrySettings("http://localhost", Map.of("basic.auth.user.info", "secret")))
                .hasMessage("basic.auth.user.info must be USER:PASSWORD");
        assertThat(new RegistrySettings("http://localhost", Map.of("basic.auth.user.info", "user:secret")))
                .hasToString("http://localhost");
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", file("keys.p12"), "-storepass", "changeit"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
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
    @ValueSource(
            strings = {
                "ftp://user:secret@localhost",
                "http://user:secret@localhost",
                "http://user:secret@local host",
                "localhost:8081",
                ""
            })
    void whatIsNoUrlOfARegistryIsRefusedWithoutItsPassword(String url) {
        assertThatThrownBy(() -> RegistrySettings.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage(
                        "a schema registry is named by a URL such as http://localhost:8081, without user and password,"
                                + " which belong in the file of --schema-registry-config as basic.auth.user.info");
    }

    private String place() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/apis/ccompat/v7";
    }

    private SchemaRegistry registry() {
        return SchemaRegistry.at(new RegistrySettings(place() + "/", Map.of("basic.auth.user.info", "user:secret")));
    }
}
