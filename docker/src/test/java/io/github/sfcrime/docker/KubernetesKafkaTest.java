package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.docker.Manifests.Manifest;
import io.github.sfcrime.schemas.Topic;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's topics, users and client settings on Kubernetes against the programs. */
class KubernetesKafkaTest {

    private static final String CLIENT = Manifests.FOLDER + "/base/client.properties";

    @TempDir
    static Path directory;

    @Test
    void topicsAreThoseThatTheProgramsWouldCreate() throws Exception {
        Map<String, Map<String, String>> expected = new HashMap<>();
        for (Topic topic : topics()) {
            expected.put(topic.name(), settings(topic));
        }
        Map<String, Map<String, String>> declared = new HashMap<>();
        for (Manifest topic : Manifests.ofKind("KafkaTopic")) {
            declared.put(
                    topic.node().at("/spec/topicName").asText(),
                    texts(topic.node().at("/spec/config")));
        }

        assertThat(declared).isEqualTo(expected);
    }

    @Test
    void usersMayDoWhatTheirProgramsDoAndNoMore() throws Exception {
        Set<String> results = topics().stream().map(Topic::name).collect(Collectors.toCollection(TreeSet::new));
        results.remove("crime_data");

        assertThat(rights("sfcrime-job"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(
                                        "topic crime_data literal [Describe, Read]",
                                        "group sfcrime literal [Describe, Read]",
                                        "transactionalId sfcrime prefix [Describe, Write]"),
                                results.stream().map(topic -> "topic " + topic + " literal [Create, Describe, Write]"))
                        .toList());
        assertThat(rights("sfcrime-loader"))
                .containsExactly("topic crime_data literal [Create, Describe, DescribeConfigs, Write]");
        assertThat(rights("sfcrime-reader"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("group sfcrime-reader prefix [Describe, Read]"),
                                results.stream().map(topic -> "topic " + topic + " literal [Describe, Read]"))
                        .toList());
    }

    @Test
    void theClientTakesCertificatesAndKeyFromTheFilesOfTheSecrets() throws Exception {
        write("kafka-cluster/ca.crt", "the cluster's certificate");
        write("kafka-user/user.key", "the user's key");
        write("kafka-user/user.crt", "the user's certificate");
        Properties settings = new Properties();
        settings.load(new java.io.StringReader(Folder.text(CLIENT).replace("/etc/sfcrime", directory.toString())));
        settings.put("bootstrap.servers", "localhost:9093");

        AdminClientConfig config = new AdminClientConfig(settings);

        assertThat(config.getPassword(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG))
                .isEqualTo(new Password("the cluster's certificate"));
        assertThat(config.getPassword(SslConfigs.SSL_KEYSTORE_KEY_CONFIG)).isEqualTo(new Password("the user's key"));
        assertThat(config.getPassword(SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG))
                .isEqualTo(new Password("the user's certificate"));
    }

    private static void write(String file, String text) throws Exception {
        Files.createDirectories(directory.resolve(file).getParent());
        Files.writeString(directory.resolve(file), text);
    }

    private static List<Topic> topics() throws IllegalAccessException {
        List<Topic> topics = new ArrayList<>();
        for (Field field : Topic.class.getFields()) {
            if (field.getType() == Topic.class) {
                topics.add((Topic) field.get(null));
            }
        }
        return topics;
    }

    private static Map<String, String> settings(Topic topic) {
        Map<String, String> settings = new HashMap<>(Map.of("message.timestamp.type", "LogAppendTime"));
        if (topic.compacted()) {
            settings.put("cleanup.policy", "compact");
        }
        if (topic.headroom() > 0) {
            settings.put("max.message.bytes", Integer.toString(topic.largestRecord()));
        }
        return settings;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static List<String> rights(String user) {
        JsonNode acls = Manifests.ofKind("KafkaUser").stream()
                .filter(manifest -> manifest.name().equals(user))
                .findFirst()
                .orElseThrow()
                .node()
                .at("/spec/authorization/acls");
        return StreamSupport.stream(acls.spliterator(), false)
                .map(acl -> acl.at("/resource/type").asText() + " "
                        + acl.at("/resource/name").asText() + " "
                        + acl.at("/resource/patternType").asText() + " "
                        + Compose.texts(acl.path("operations")).toList())
                .toList();
    }
}
