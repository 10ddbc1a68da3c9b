package io.github.sfcrime.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.sfcrime.schemas.CallForService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RegistryClientTest {

    private final List<String> requests = new ArrayList<>();
    private HttpServer registry;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " " + body.substring(0, 23));
            byte[] answer = (status == 200 ? "{\"id\":258}" : "{\"error_code\":" + status + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void aSchemaIsRegisteredUnderItsSubject() throws IOException {
        assertThat(client().register("calls-value", CallForService.getClassSchema()))
                .isEqualTo(258);
        assertThat(requests)
                .containsExactly("POST /apis/ccompat/v7/subjects/calls-value/versions Basic dXNlcjpzZWNyZXQ="
                        + " {\"schema\":\"{\\\"type\\\":\\\"");
    }

    @Test
    void anIncompatibleSchemaIsTheUsersMistakeAndNoPasswordIsPrinted() {
        status = 409;

        assertThatThrownBy(() -> client().register("calls-value", CallForService.getClassSchema()))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("not compatible with what is registered")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aRegistryThatFailsOrIsNotThereIsAFailureOfTheWorld() {
        status = 500;
        assertThatThrownBy(() -> client().register("calls-value", CallForService.getClassSchema()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("HTTP 500");

        RegistryClient nobody = client();
        registry.stop(0);
        assertThatThrownBy(() -> nobody.register("calls-value", CallForService.getClassSchema()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no schema registry answers at http://");
    }

    @Test
    void aRecordIsFramedByAZeroTheIdAndTheBody() {
        byte[] singleObject = {(byte) 0xC3, 1, 9, 9, 9, 9, 9, 9, 9, 9, 42, 43};

        assertThat(RegistryClient.framed(258, singleObject)).containsExactly(0, 0, 0, 1, 2, 42, 43);
    }

    private RegistryClient client() {
        InetSocketAddress address = registry.getAddress();
        return new RegistryClient(URI.create("http://user:secret@"
                + address.getAddress().getHostAddress() + ":" + address.getPort() + "/apis/ccompat/v7"));
    }
}
