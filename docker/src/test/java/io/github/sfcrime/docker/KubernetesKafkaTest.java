package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.docker.Manifests.Manifest;
import io.github.sfcrime.schemas.Principal;
import io.github.sfcrime.schemas.Topic;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's topics, users and client settings on Kubernetes against the programs. */
class KubernetesKafkaTest {

    private static final String CLIENT = Manifests.FOLDER + "/base/client.properties";

    @TempDir
    static Path directory;

    @Test
    void everyTopicIsAmongAll() throws Exception {
        List<Topic> declared = new ArrayList<>();
        for (Field field : Topic.class.getFields()) {
            if (field.getType() == Topic.class) {
                declared.add((Topic) field.get(null));
            }
        }
        assertThat(Topic.ALL).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void topicsAreThoseThatTheProgramsWouldCreate() {
        Map<String, Map<String, String>> expected = new HashMap<>();
        for (Topic topic : Topic.ALL) {
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
    void usersMayDoWhatTheirProgramsDoAndNoMore() {
        for (Principal principal : Principal.values()) {
            assertThat(rights("sfcrime-" + principal.user()))
                    .as(principal.user())
                    .containsExactlyInAnyOrderElementsOf(principal.acls().stream()
                            .map(acl -> acl.pattern().resourceType() + " "
                                    + acl.pattern().name() + " " + acl.pattern().patternType() + " "
                                    + acl.entry().operation())
                            .toList());
        }
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
                .flatMap(acl -> Compose.texts(acl.path("operations"))
                        .map(operation -> ResourceType.fromString(withUnderscores(acl.at("/resource/type")))
                                + " " + acl.at("/resource/name").asText("kafka-cluster") + " "
                                + (acl.at("/resource/patternType").asText().equals("prefix") ? "PREFIXED" : "LITERAL")
                                + " " + AclOperation.fromString(operation.replaceAll("(?<=[a-z])(?=[A-Z])", "_"))))
                .toList();
    }

    private static String withUnderscores(JsonNode name) {
        return name.asText().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    }
}
