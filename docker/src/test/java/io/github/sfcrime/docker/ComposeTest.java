package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComposeTest {

    private static final Map<String, JsonNode> SERVICES = Compose.services();
    private static final String DOCKERFILE = "docker/Dockerfile";

    @Test
    void upStartsTheSmallSet() {
        assertThat(SERVICES.entrySet().stream()
                        .filter(service -> !service.getValue().has("profiles"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("kafka", "topics", "zookeeper", "jobmanager", "taskmanager", "job");
    }

    @Test
    void imagesAreOfTheBuildsVersions() {
        assertThat(argument("FLINK_VERSION")).isEqualTo(property("flink.version"));
        assertThat(argument("KAFKA_VERSION")).isEqualTo(property("kafka-broker.version"));
    }

    @Test
    void everyImageIsBuiltHereOrPinned() {
        assertThat(SERVICES).allSatisfy((name, service) -> {
            if (!service.has("build")) {
                assertThat(service.path("image").asText()).matches("[a-z0-9./-]+:v?\\d+\\.\\d+(\\.\\d+)?");
            }
        });
        Matcher bases = Pattern.compile("^FROM (\\S+)", Pattern.MULTILINE).matcher(Folder.text(DOCKERFILE));
        assertThat(bases.results().map(base -> base.group(1)))
                .hasSize(4)
                .allMatch(base -> base.matches("[a-z./-]+:(\\$\\{[A-Z_]+}|\\d+\\.\\d+\\.\\d+)[a-z0-9_.-]*"));
    }

    @Test
    void everyServiceIsContained() {
        assertThat(SERVICES).allSatisfy((name, service) -> {
            assertThat(Compose.texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
            assertThat(Compose.texts(service.path("security_opt"))).as(name).containsExactly("no-new-privileges:true");
            assertThat(service.path("mem_limit").asText()).as(name).isNotEmpty();
            assertThat(Compose.texts(service.path("ports"))).as(name).allMatch(port -> port.startsWith("127.0.0.1:"));
            assertThat(service.path("user").asText()).as(name).isNotIn("root", "0");
        });
    }

    @Test
    void whatStaysUpTellsItsHealthAndWhatWaitsForItSaysForWhat() {
        assertThat(SERVICES).allSatisfy((name, service) -> {
            boolean stays = service.path("restart").asText().equals("unless-stopped");
            assertThat(service.has("healthcheck")).as(name).isEqualTo(stays);
            assertThat(service.path("depends_on").properties())
                    .as(name)
                    .allSatisfy(other -> assertThat(
                                    other.getValue().path("condition").asText())
                            .isIn(
                                    "service_healthy",
                                    "service_completed_successfully",
                                    // Flink's own processes look for each other.
                                    name.equals("taskmanager") ? "service_started" : "service_healthy"));
        });
    }

    @Test
    void passwordsComeFromFiles() {
        assertThat(SERVICES)
                .allSatisfy((name, service) -> assertThat(
                                service.path("environment").properties())
                        .as(name)
                        .noneMatch(variable -> variable.getKey().matches("(?i).*(password|secret|token)")));
        assertThat(Folder.paths("docker/secrets", "")).containsExactly("docker/secrets/.gitignore");
    }

    @Test
    void noImageRunsAsRoot() {
        for (String target : List.of("loader", "flink", "kafka")) {
            String stage = Folder.text(DOCKERFILE).replaceFirst("(?s).* AS " + target + "\n", "");
            assertThat(stage.replaceFirst("(?s)\nFROM .*", "")).as(target).containsPattern("\nUSER (?!root|0)\\S+\n");
        }
    }

    @Test
    @Tag("full")
    void dockerComposeAcceptsTheFile() throws Exception {
        Program compose = Program.run(
                List.of("docker-compose", "--file", Folder.file(Compose.FILE).toString(), "config", "--quiet"));

        assertThat(compose).isEqualTo(new Program(0, ""));
    }

    @Test
    @Tag("full")
    void lintersFindNothingInTheDockerfile() throws Exception {
        String file = Folder.file(DOCKERFILE).toString();
        for (List<String> linter :
                List.of(List.of("dockerfile-utils@0.16.3", "lint", file), List.of("dockerfilelint@1.8.0", file))) {
            List<String> command = new ArrayList<>(List.of("npx", "--yes"));
            command.addAll(linter);
            Program program = Program.run(command);
            assertThat(program.exitCode()).as(program.output()).isZero();
        }
    }

    private static String argument(String name) {
        return found("ARG " + name + "=(\\S+)", Folder.text(DOCKERFILE));
    }

    private static String property(String name) {
        return found("<" + Pattern.quote(name) + ">([^<]+)<", Folder.text("pom.xml"));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
