package io.github.sfcrime.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Schemas that are kept by whatever speaks Confluent's REST API, whose own client is not on Maven Central. Each is
 * fetched once; safe to use from several threads.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">the API</a>
 */
public final class SchemaRegistry {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int LONGEST_ANSWER_SHOWN = 300;

    /** Remembers no names, of which an answer may have any number. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build());

    private final String place;
    private final String[] headers;
    private final HttpClient http;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    private SchemaRegistry(RegistrySettings settings) {
        place = settings.url().replaceAll("/+$", "");
        headers = headers(settings.client());
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(ANSWERS_WITHIN);
        if (settings.client().containsKey(RegistrySettings.TRUSTSTORE)) {
            client.sslContext(TrustedCertificates.of(settings.client()));
        }
        http = client.build();
    }

    private static String[] headers(Map<String, String> settings) {
        String login = settings.get(RegistrySettings.LOGIN);
        if (login == null) {
            return new String[] {"Accept", CONTENT_TYPE};
        }
        byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
        String basic = "Basic " + Base64.getEncoder().encodeToString(bytes);
        return new String[] {"Accept", CONTENT_TYPE, "Authorization", basic};
    }

    /**
     * A registry, which is not talked to yet.
     *
     * @throws IllegalArgumentException if the truststore among the settings cannot be read
     */
    public static SchemaRegistry at(RegistrySettings settings) {
        return new SchemaRegistry(settings);
    }

    /**
     * The id of a schema, which is registered under {@code subject} where it is not yet.
     *
     * @param subject by convention {@code TOPIC-key} or {@code TOPIC-value}
     * @throws IncompatibleSchemaException if the subject's schemas and this one are not compatible
     * @throws RegistryAwayException if the registry does not answer
     * @throws IOException if it gives no id
     */
    public int register(String subject, Schema schema) throws IOException {
        String attempt = "register the schema of " + schema.getName() + " under " + subject;
        String body = JSON.writeValueAsString(Map.of("schema", schema.toString()));
        String path = "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions";
        HttpResponse<String> answer = answer(request(path)
                .header("Content-Type", CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() == 409) {
            throw new IncompatibleSchemaException("cannot " + attempt + " with the registry at " + place
                    + ": it is not compatible with what is registered there: write to another topic, or change the"
                    + " subject's compatibility");
        }
        return checked(answer, attempt, "id").get("id").intValue();
    }

    /**
     * The schema with that id.
     *
     * @throws UnknownSchemaException if the registry has none with that id, or it is not Avro
     * @throws IOException if the registry does not answer
     */
    public Schema schema(int id) throws IOException, UnknownSchemaException {
        Schema known = schemas.get(id);
        if (known == null) {
            known = fetch(id);
            schemas.put(id, known);
        }
        return known;
    }

    private Schema fetch(int id) throws IOException, UnknownSchemaException {
        HttpResponse<String> answer = answer(request("/schemas/ids/" + id).build());
        if (answer.statusCode() == 404) {
            throw new UnknownSchemaException(
                    "the schema registry at " + place + " has no schema with id " + Integer.toUnsignedString(id));
        }
        JsonNode schema = checked(answer, "fetch schema " + id, "schema");
        try {
            return new Schema.Parser().parse(schema.get("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new UnknownSchemaException("schema " + id + " of the registry at " + place + " is "
                    + schema.path("schemaType").asText("AVRO") + " that this build cannot use: " + e.getMessage());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(place + path))
                .timeout(ANSWERS_WITHIN)
                .headers(headers);
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (SSLException e) {
            throw new IOException(
                    "cannot talk to the schema registry at " + place + ": " + e.getMessage()
                            + ": is its certificate in the " + RegistrySettings.TRUSTSTORE
                            + " of --schema-registry-config?",
                    e);
        } catch (IOException e) {
            throw new RegistryAwayException(
                    "no schema registry answers at " + place + ": start it, or name another", e);
        }
    }

    private JsonNode checked(HttpResponse<String> answer, String attempt, String field) throws IOException {
        String failure = "cannot " + attempt + ": the schema registry at " + place + " answers HTTP ";
        JsonNode content = json(answer.body());
        if (answer.statusCode() == 401 || answer.statusCode() == 403) {
            throw new IOException(failure + words(answer, content) + ": give a user who may do that, and the password,"
                    + " as " + RegistrySettings.LOGIN + " in the file of --schema-registry-config");
        }
        if (answer.statusCode() == 200 && content.hasNonNull(field)) {
            return content;
        }
        if (answer.statusCode() >= 500) {
            throw new RegistryAwayException(failure + words(answer, content));
        }
        throw new IOException(
                failure + words(answer, content) + (content.isObject() ? "" : ": is that the address of its API?"));
    }

    /** Nothing where it is none. */
    private static JsonNode json(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** The status and what the registry says about it. */
    private static String words(HttpResponse<String> answer, JsonNode content) {
        String text = content.path("message").asText(answer.body());
        return (answer.statusCode() + " " + shortened(text)).strip();
    }

    private static String shortened(String answer) {
        String line = answer.replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() > LONGEST_ANSWER_SHOWN ? line.substring(0, LONGEST_ANSWER_SHOWN) + "..." : line;
    }
}
