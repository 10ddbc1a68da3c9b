package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.docker.Manifests.Manifest;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParameterException;

/** The arguments in the manifests against the parsers of job and loader. */
class KubernetesArgumentsTest {

    private static final String IN_THE_POD = "/etc/sfcrime";

    @TempDir
    static Path directory;

    @Test
    void theJobTakesItsArguments() throws Exception {
        JsonNode application =
                Manifests.one("base/job.yaml", "FlinkDeployment").node().at("/spec/job");
        List<String> optional =
                Stream.concat(added("postgres"), added("registry")).toList();
        JsonNode session = Manifests.one("overlays/session/counts.yaml", "FlinkSessionJob")
                .node()
                .at("/spec/job");
        Files.createDirectories(directory.resolve("kafka"));
        Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(
                directory.resolve("kafka/client.properties"),
                Folder.text(Manifests.FOLDER + "/base/client.properties"));
        Files.writeString(directory.resolve("postgres/postgres.properties"), "url=jdbc:postgresql://postgres/sfcrime");

        try (JobClasses job = new JobClasses()) {
            assertThat(job.refusal(here(application.path("args")))).isEmpty();
            List<String> all = new ArrayList<>(here(application.path("args")));
            all.addAll(optional);
            assertThat(optional).contains("--postgres-config", "--schema-registry");
            assertThat(job.refusal(all)).isEmpty();
            assertThat(job.refusal(here(session.path("args")))).isEmpty();
            assertThat(job.refusal(List.of("--windows", "1h"))).contains("did you mean --window");
            assertThat(Stream.of(application, session)
                            .map(spec -> spec.path("entryClass").asText()))
                    .allMatch(job::has);
        }
    }

    @Test
    void theLoaderTakesItsArguments() throws Exception {
        List<List<String>> commands = Stream.of("loader/follow.yaml", "components/load-file/load.yaml")
                .flatMap(file -> Manifests.in(file, Folder.text(Manifests.FOLDER + "/" + file)).stream())
                .map(Manifest::node)
                .map(node -> node.at("/spec/template/spec/containers/0/args"))
                .filter(JsonNode::isArray)
                .map(arguments -> Compose.texts(arguments).toList())
                .toList();

        assertThat(commands)
                .hasSize(2)
                .allSatisfy(command -> assertThat(refusal(command)).isEmpty());
        assertThat(refusal(List.of("--folow"))).contains("--folow");
    }

    /** What a component adds to the job's arguments. */
    private static Stream<String> added(String component) {
        JsonNode patches = Folder.tree(Manifests.FOLDER + "/components/" + component + "/kustomization.yaml")
                .path("patches");
        return StreamSupport.stream(patches.spliterator(), false)
                .map(patch -> patch.path("patch").asText())
                .flatMap(text -> Manifests.in(component, text).stream())
                .flatMap(patch -> StreamSupport.stream(patch.node().spliterator(), false))
                .filter(change -> change.path("path").asText().equals("/spec/job/args/-"))
                .map(change -> here(change.path("value").asText()));
    }

    private static List<String> here(JsonNode arguments) {
        return Compose.texts(arguments).map(KubernetesArgumentsTest::here).toList();
    }

    private static String here(String argument) {
        return argument.replace(IN_THE_POD, directory.toString());
    }

    /** What the loader's own parser says of arguments, the empty text if it takes them. */
    private static String refusal(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("load"));
        command.addAll(arguments);
        try {
            new Sfcrime(Writer.nullWriter(), Map.of()).commandLine("load").parseArgs(command.toArray(String[]::new));
            return "";
        } catch (ParameterException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
