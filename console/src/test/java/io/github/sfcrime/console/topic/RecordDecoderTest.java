package io.github.sfcrime.console.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.sfcrime.console.Samples;
import io.github.sfcrime.console.rows.JsonLines;
import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.ConfluentFormat;
import io.github.sfcrime.schemas.RegistrySettings;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes of a topic as what they are. */
class RecordDecoderTest {

    private final RecordDecoder decoder = new RecordDecoder(null);
    private final byte[] message = Samples.COUNTS.encode(Samples.handled("Passing Call", 12));

    @Test
    void ourRecordIsDecodedWithoutItsClass() throws IOException {
        assertThat(decoder.decode(message))
                .isInstanceOfSatisfying(
                        Content.Decoded.class,
                        content -> assertThat(Row.of(content.record()))
                                .isEqualTo(Row.of(Samples.handled("Passing Call", 12))));
    }

    @Test
    void aRecordThatIsCutShortAtAnyByteIsUndecodable() throws IOException {
        for (int length = 0; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThat(decoder.decode(cut))
                    .isInstanceOfSatisfying(
                            Content.Undecodable.class,
                            content -> assertThat(content.bytes()).isEqualTo(ByteBuffer.wrap(cut)));
        }
    }

    @Test
    void aSchemaThatThisBuildDoesNotKnowIsNamed() throws IOException {
        byte[] newer = message.clone();
        Arrays.fill(newer, 2, 10, (byte) 9);
        assertThat(decoder.decode(newer))
                .isEqualTo(new Content.Undecodable(
                        ByteBuffer.wrap(newer),
                        "schema fingerprint 0909090909090909 is unknown to this build, a newer program may have written it:"
                                + " upgrade this one"));
    }

    @Test
    void aLengthOfTwoGigabytesIsUndecodableAndNotAllocated() throws IOException {
        byte[] bomb = Arrays.copyOf(message, message.length);
        // The length of the first string stands behind the header and two longs of six bytes each.
        Arrays.fill(bomb, 22, 26, (byte) 0xFE);
        bomb[26] = 0x0F;
        assertThat(decoder.decode(bomb)).isInstanceOf(Content.Undecodable.class);
    }

    @Test
    void aRecordInTheConfluentFormatIsDecodedByTheRegistrysSchema() throws IOException {
        byte[] framed = ConfluentFormat.frame(258, message);
        List<String> asked = new ArrayList<>();
        HttpServer server = registry(asked, "{\"schema\":" + JsonLines.json(CallCount.SCHEMA$.toString()) + "}");
        RecordDecoder withRegistry = new RecordDecoder(SchemaRegistry.at(
                RegistrySettings.of("http://localhost:" + server.getAddress().getPort())));
        try {
            assertThat(List.of(withRegistry.decode(framed), withRegistry.decode(framed)))
                    .allSatisfy(content -> assertThat(content)
                            .isInstanceOfSatisfying(
                                    Content.Decoded.class,
                                    decoded -> assertThat(Row.of(decoded.record()))
                                            .isEqualTo(Row.of(Samples.handled("Passing Call", 12)))));
            assertThat(asked).containsExactly("/schemas/ids/258");
        } finally {
            server.stop(0);
        }
        byte[] other = ConfluentFormat.frame(7, message);
        assertThatThrownBy(() -> withRegistry.decode(other))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no schema registry answers at ");
    }

    @Test
    void aRecordInTheConfluentFormatIsUndecodableWithoutARegistry() throws IOException {
        byte[] framed = ConfluentFormat.frame(258, message);
        assertThat(decoder.decode(framed))
                .isEqualTo(new Content.Undecodable(
                        ByteBuffer.wrap(framed),
                        "in the Confluent wire format, with schema 258 of a registry: name that with"
                                + " --schema-registry"));
    }

    private static HttpServer registry(List<String> asked, String answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] body = Samples.bytes(answer);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void noBytesAreAbsent() throws IOException {
        assertThat(decoder.decode(null)).isEqualTo(new Content.Absent());
    }
}
