package io.github.sfcrime.loader;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.apache.avro.Schema;

/**
 * Registers schemas with what speaks Confluent's REST API; its own client is not on Maven Central.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">the API</a>
 */
final class RegistryClient {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int CONFLICT = 409;
    private static final byte MAGIC = 0;
    private static final int HEADER_LENGTH = 5;

    private final URI url;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWERS_WITHIN).build();

    /** @param url of the registry; user and password in it are sent as basic authentication */
    RegistryClient(URI url) {
        this.url = url;
    }

    /**
     * The id of a schema, registered under {@code subject} where it is not yet.
     *
     * @throws UserErrorException if the subject's schemas and this one are not compatible
     * @throws IOException if the registry gives no id
     */
    int register(String subject, Schema schema) throws IOException {
        HttpResponse<String> answer = answer(request(subject, schema));
        if (answer.statusCode() == CONFLICT) {
            throw new UserErrorException("the registry at " + place() + " refuses the schema of calls under " + subject
                    + ", it is not compatible with what is registered there: send to another topic, or change the"
                    + " subject's compatibility");
        }
        if (answer.statusCode() != 200) {
            throw new IOException("cannot register the schema of calls under " + subject + " with the registry at "
                    + place() + ": HTTP " + answer.statusCode() + " " + answer.body());
        }
        return id(answer.body());
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        } catch (IOException e) {
            throw new IOException(
                    "no schema registry answers at " + place() + ": start it, or name another with"
                            + " --schema-registry",
                    e);
        }
    }

    private HttpRequest request(String subject, Schema schema) throws IOException {
        String path = place().replaceAll("/+$", "") + "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8)
                + "/versions";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path))
                .timeout(ANSWERS_WITHIN)
                .header("Content-Type", CONTENT_TYPE)
                .header("Accept", CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(body(schema)));
        if (url.getUserInfo() != null) {
            byte[] login = url.getUserInfo().getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        return request.build();
    }

    /** The URL without user and password. */
    private String place() {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + url.getRawPath();
    }

    private static String body(Schema schema) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFields.JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("schema", schema.toString());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static int id(String answer) throws IOException {
        try (JsonParser parser = JsonFields.JSON.createParser(answer)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_INT && "id".equals(parser.currentName())) {
                    return parser.getIntValue();
                }
            }
        }
        throw new IOException("the schema registry answers without an id: " + answer);
    }

    /** A record in the Confluent wire format: a zero, the schema's id in four bytes, and the Avro body. */
    static byte[] framed(int id, byte[] singleObject) {
        int length = singleObject.length - WireFormat.HEADER_LENGTH;
        return ByteBuffer.allocate(HEADER_LENGTH + length)
                .put(MAGIC)
                .putInt(id)
                .put(singleObject, WireFormat.HEADER_LENGTH, length)
                .array();
    }
}
