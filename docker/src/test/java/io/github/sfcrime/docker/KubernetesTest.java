package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.docker.Manifests.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The manifests against their schemas, the build, and each other. */
class KubernetesTest {

    private static final List<Manifest> ALL = Manifests.all();
    private static final Manifest JOB = Manifests.one("base/job.yaml", "FlinkDeployment");
    private static final JsonNode FLINK = JOB.node().at("/spec/flinkConfiguration");
    private static final String PAGE = Folder.text(Manifests.FOLDER + "/README.md");

    @Test
    void everyManifestIsWhatItsKindTakes() {
        assertThat(ALL.stream().filter(StrictModels::knows).map(StrictModels::fault))
                .hasSizeGreaterThan(30)
                .allMatch(String::isEmpty);
        assertThat(ALL.stream()
                        .filter(manifest -> !StrictModels.knows(manifest))
                        .map(Manifest::kind))
                .containsOnly("FlinkDeployment", "FlinkSessionJob");
    }

    @Test
    void aMisspeltFieldIsAFault() {
        Manifest misspelt = Manifests.in("here", "{apiVersion: v1, kind: Namespace, metadata: {name: a, lables: {}}}")
                .get(0);

        assertThat(StrictModels.fault(misspelt)).contains("lables");
    }

    @Test
    void whatTheFlinkOperatorReadsIsWhatItsSchemasTake() {
        OperatorSchemas schemas = schemas();

        assertThat(faults(schemas, ALL)).isEmpty();
        Manifest misspelt = Manifests.in(
                        "here", "{apiVersion: flink.apache.org/v1beta1, kind: FlinkDeployment, spec: {images: a}}")
                .get(0);
        assertThat(schemas.faults(misspelt)).hasSize(1).allMatch(fault -> fault.contains("images"));
    }

    @Test
    void imagesAreOfThisBuildAndOfTheLineOfFlinkThatTheOperatorIsTold() {
        String version = found("<version>([^<]+)</version>", Folder.text("pom.xml"));
        String line = found("v(\\d+)_\\d+", JOB.node().at("/spec/flinkVersion").asText()) + "."
                + found("v\\d+_(\\d+)", JOB.node().at("/spec/flinkVersion").asText());

        assertThat(JOB.node().at("/spec/image").asText()).isEqualTo("sfcrime/flink:" + version + "-flink" + line);
        assertThat(PAGE).contains("-t sfcrime/flink:" + version + "-flink" + line, "FLINK_VERSION=" + line + ".");
        assertThat(containers()
                        .map(container -> container.path("image").asText())
                        .filter(image -> !image.isEmpty()))
                .isNotEmpty()
                .containsOnly("sfcrime/loader:" + version);
        assertThat(PAGE).contains("-t sfcrime/loader:" + version);
    }

    @Test
    void theOperatorKnowsTheVersionOfFlinkAndNoLaterOne() {
        assertThat(schemas().flinkVersions())
                .endsWith(JOB.node().at("/spec/flinkVersion").asText());
    }

    @Test
    void kafkaIsOfTheVersionOfTheJobsClient() {
        assertThat(Manifests.one("kafka/cluster.yaml", "Kafka")
                        .node()
                        .at("/spec/kafka/version")
                        .asText())
                .isEqualTo(found("<kafka.version>([^<]+)<", Folder.text("pom.xml")));
    }

    @Test
    void everySettingOfFlinkIsOneThatFlinkHas() throws Exception {
        try (JobClasses job = new JobClasses()) {
            Set<String> known = job.settings();
            // Those of reporters have the reporter's name in them; those of operator and guard are not Flink's.
            assertThat(names(FLINK).stream()
                            .filter(key -> !key.matches("(metrics\\.reporter\\.prometheus|job\\.autoscaler)\\..*"))
                            .filter(key -> !key.equals("sfcrime.rest.hosts")))
                    .hasSizeGreaterThan(8)
                    .allMatch(known::contains);
        }
    }

    @Test
    void theReporterIsSetUpAsInTheContainers() {
        String compose = Folder.text(Compose.FILE);
        assertThat(FLINK.properties().stream()
                        .filter(setting -> setting.getKey().startsWith("metrics.reporter."))
                        .map(setting ->
                                setting.getKey() + ": " + setting.getValue().asText()))
                .hasSize(4)
                .allMatch(compose::contains);
    }

    @Test
    void theGuardKnowsTheNameByWhichTheOperatorCalls() {
        String service = JOB.name() + "-rest";
        String namespace = Manifests.one("base/namespace.yaml", "Namespace").name();

        assertThat(FLINK.path("sfcrime.rest.hosts").asText().split(";"))
                .contains(service, service + "." + namespace, service + "." + namespace + ".svc");
    }

    @Test
    void aStandbyJobManagerHasSomewhereToGoOnFrom() {
        assertThat(JOB.node().at("/spec/jobManager/replicas").asInt()).isEqualTo(2);
        assertThat(List.of("high-availability.storageDir", "execution.checkpointing.dir"))
                .allMatch(key -> FLINK.path(key).asText().startsWith("s3://"));
        assertThat(FLINK.path("high-availability.type").asText()).isEqualTo("kubernetes");
    }

    @Test
    void theTopicHasAsManyPartitionsAsTheAutoscalerMayUseReaders() {
        int readers = FLINK.path("job.autoscaler.vertex.max-parallelism").asInt();

        assertThat(Manifests.ofKind("KafkaTopic").stream()
                        .filter(topic -> topic.name().equals("crime-data"))
                        .map(topic -> topic.node().at("/spec/partitions").asInt()))
                .containsExactly(readers);
    }

    @Test
    void everyPodIsRestricted() {
        List<JsonNode> pods = pods().toList();
        assertThat(pods).hasSize(3).allSatisfy(pod -> {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        });
        assertThat(containers().map(container -> container.path("securityContext")))
                .hasSize(3)
                .allSatisfy(context -> {
                    assertThat(context.path("allowPrivilegeEscalation").asBoolean(true))
                            .isFalse();
                    assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
                });
    }

    @Test
    void everySecretIsMadeByStrimziOrSaidHowToMake() {
        Set<String> made =
                Manifests.ofKind("KafkaUser").stream().map(Manifest::name).collect(Collectors.toSet());
        made.add(Manifests.one("kafka/cluster.yaml", "Kafka").name() + "-cluster-ca-cert");
        Set<String> wanted = new TreeSet<>();
        ALL.forEach(manifest -> manifest.node().findValues("secretName").forEach(name -> wanted.add(name.asText())));
        ALL.forEach(manifest -> manifest.node()
                .findValues("secretKeyRef")
                .forEach(key -> wanted.add(key.path("name").asText())));
        wanted.removeAll(made);

        assertThat(wanted).isNotEmpty().allMatch(secret -> PAGE.contains("create secret generic " + secret + " "));
    }

    @Test
    @Tag("full")
    void everyOverlayIsBuiltAndIsWhatItsKindsTake() throws Exception {
        assumeTrue(Tool.isThere("kubectl"), "no kubectl: the overlays are NOT built; install it, 1.27 or later");
        OperatorSchemas schemas = OperatorSchemas.besideTheCheckout();
        for (String overlay : Folder.paths(Manifests.FOLDER + "/overlays", "")) {
            Program kubectl = Program.run(
                    List.of("kubectl", "kustomize", Folder.file(overlay).toString()));
            assertThat(kubectl.exitCode()).as(kubectl.output()).isZero();
            List<Manifest> built = Manifests.in(overlay, kubectl.output());
            assertThat(built.stream().filter(StrictModels::knows).map(StrictModels::fault))
                    .allMatch(String::isEmpty);
            assertThat(built.stream().filter(manifest -> manifest.kind().equals("FlinkDeployment")))
                    .hasSize(1);
            if (schemas.areThere()) {
                assertThat(faults(schemas, built)).isEmpty();
            }
        }
    }

    private static List<String> faults(OperatorSchemas schemas, List<Manifest> manifests) {
        return manifests.stream()
                .filter(manifest -> !StrictModels.knows(manifest))
                .flatMap(manifest -> schemas.faults(manifest).stream())
                .toList();
    }

    private static OperatorSchemas schemas() {
        OperatorSchemas schemas = OperatorSchemas.besideTheCheckout();
        assumeTrue(
                schemas.areThere(),
                "the operator's resources are NOT checked against its schemas: there is no " + schemas.folder());
        return schemas;
    }

    private static Stream<JsonNode> pods() {
        return ALL.stream()
                .flatMap(manifest -> Stream.of(
                        manifest.node().at("/spec/template/spec"),
                        manifest.node().at("/spec/podTemplate/spec")))
                .filter(pod -> pod.has("containers"));
    }

    private static Stream<JsonNode> containers() {
        List<JsonNode> containers = new ArrayList<>();
        pods().forEach(pod -> pod.path("containers").forEach(containers::add));
        return containers.stream();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
