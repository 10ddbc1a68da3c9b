package io.github.sfcrime.local;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A stack that wants to know who is there: each program with its own rights, and with those of another. */
@Tag("full")
class SecureStackTest {

    @TempDir
    static Path directory;

    private static Stack stack;
    private static Path calls;

    @BeforeAll
    static void start() throws Exception {
        stack = Stack.temporary().withSecurity();
        stack.start(BrokerSettings.onFreePort(), ClusterSettings.onFreePort());
        calls = directory.resolve("calls.jsonl");
        assertThat(ProgramProcess.loader(directory, "generate", "-n", "1000", "-o", calls.toString())
                        .exitCode())
                .isZero();
        // Every topic is there, whichever test comes first.
        ProgramProcess loader = load(Principal.LOADER);
        assertThat(loader.exitCode()).as(loader.errors()).isZero();
        ClientRun job = runJob(Principal.JOB);
        assertThat(job.exitCode()).as(String.join("\n", job.output())).isZero();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void eachProgramDoesItsWorkByItsOwnRights() throws Exception {
        ProgramProcess reader = tail(Principal.READER);
        assertThat(reader.exitCode()).as(reader.errors()).isZero();
        assertThat(reader.output().lines()).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(names = "LOADER", mode = EnumSource.Mode.EXCLUDE)
    void whoMayNotSendCallsIsToldInOneLine(Principal other) throws Exception {
        refused(load(other), "sfcrime load: ");
    }

    @ParameterizedTest
    @EnumSource(names = "LOADER")
    void whoMayNotReadResultsIsToldInOneLine(Principal other) throws Exception {
        refused(tail(other), "sfcrime tail: ");
    }

    @ParameterizedTest
    @EnumSource(names = "JOB", mode = EnumSource.Mode.EXCLUDE)
    void whoMayNotCountIsToldByTheClient(Principal other) throws Exception {
        ClientRun job = runJob(other);
        assertThat(job.exitCode()).isEqualTo(1);
        assertThat(String.join("\n", job.output())).containsPattern("(?i)authoriz");
    }

    @ParameterizedTest
    @CsvSource({"TOPIC, crime_data, DESCRIBE", "TOPIC, crime_data, WRITE"})
    void aLoaderThatLacksARightSaysSoInOneLine(ResourceType type, String name, AclOperation operation)
            throws Exception {
        without(operation, Principal.LOADER, type, name, () -> refused(load(Principal.LOADER), "sfcrime load: "));
    }

    @ParameterizedTest
    @CsvSource({"TOPIC, crime_counts, DESCRIBE", "TOPIC, crime_counts, READ"})
    void aReaderThatLacksARightSaysSoInOneLine(ResourceType type, String name, AclOperation operation)
            throws Exception {
        without(operation, Principal.READER, type, name, () -> refused(tail(Principal.READER), "sfcrime tail: "));
    }

    @ParameterizedTest
    @CsvSource({
        "TOPIC, crime_data, DESCRIBE",
        "TOPIC, crime_data, READ",
        "TOPIC, crime_counts, DESCRIBE",
        "TOPIC, crime_counts, WRITE",
        "TOPIC, crime_data_late, WRITE",
        "TRANSACTIONAL_ID, sfcrime-crime_counts, WRITE",
        "CLUSTER, kafka-cluster, DESCRIBE_CONFIGS"
    })
    void aJobThatLacksARightEndsAndSaysSoInOneLine(ResourceType type, String name, AclOperation operation)
            throws Exception {
        without(operation, Principal.JOB, type, name, () -> {
            ClientRun job = runJob(Principal.JOB);
            assertThat(job.exitCode()).isEqualTo(1);
            assertThat(job.output().stream().filter(line -> line.matches("(?i).*(authoriz|not allow).*")))
                    .as(String.join("\n", job.output()))
                    .singleElement()
                    .asString()
                    .contains("cannot ");
        });
    }

    @Test
    void noRightToCreateTopicsIsNeededWhereTheyAreThere() throws Exception {
        without(CREATE, Principal.LOADER, TOPIC, "crime_data", () -> {
            ProgramProcess loader = load(Principal.LOADER);
            assertThat(loader.exitCode()).as(loader.errors()).isZero();
        });
        without(CREATE, Principal.JOB, TOPIC, "crime_counts", () -> {
            ClientRun job = runJob(Principal.JOB);
            assertThat(job.exitCode()).as(String.join("\n", job.output())).isZero();
        });
    }

    @Test
    void aJobWithoutItsGroupCountsAllTheSame() throws Exception {
        without(READ, Principal.JOB, GROUP, "sfcrime", () -> {
            ClientRun job = runJob(Principal.JOB);
            assertThat(job.exitCode()).as(String.join("\n", job.output())).isZero();
        });
    }

    private interface Action {
        void run() throws Exception;
    }

    /** Does something while the principal is denied one operation; a denial is stronger than all that is allowed. */
    private static void without(
            AclOperation operation, Principal principal, ResourceType type, String name, Action action)
            throws Exception {
        PatternType pattern = type == ResourceType.TRANSACTIONAL_ID ? PatternType.PREFIXED : PatternType.LITERAL;
        AclBinding denial = new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + principal.user(), "*", operation, AclPermissionType.DENY));
        try (Admin admin = Admin.create(administrator())) {
            admin.createAcls(List.of(denial)).all().get();
            try {
                action.run();
            } finally {
                admin.deleteAcls(List.of(denial.toFilter())).all().get();
            }
        }
    }

    /** The settings of a client with the broker's own keys, which may do everything. */
    private static Properties administrator() throws IOException {
        Properties broker = new Properties();
        try (InputStream file = Files.newInputStream(stack.directory().resolve("conf/server.properties"))) {
            broker.load(file);
        }
        Properties client = new Properties();
        broker.stringPropertyNames().stream()
                .filter(name -> name.startsWith("ssl."))
                .forEach(name -> client.setProperty(name, broker.getProperty(name)));
        client.setProperty("security.protocol", "SSL");
        client.setProperty(
                "bootstrap.servers", broker.getProperty("listeners").replaceFirst(".*INTERNAL://([^,]+).*", "$1"));
        return client;
    }

    @Test
    void onlyTheUserReadsKeysAndPasswords() throws IOException {
        try (Stream<Path> files = Files.list(stack.directory().resolve("secure"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".properties")))
                    .hasSize(Principal.values().length)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(stack.directory().resolve("secure"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(stack.directory().resolve("conf/server.properties"))))
                .isEqualTo("rw-------");
    }

    private static void refused(ProgramProcess program, String begin) throws Exception {
        assertThat(program.exitCode()).isEqualTo(1);
        assertThat(program.errors().lines()).as(program.errors()).hasSize(1);
        assertThat(program.errors()).startsWith(begin).containsPattern("(?i)authoriz");
    }

    private static ProgramProcess load(Principal principal) throws Exception {
        return ProgramProcess.loader(
                directory,
                "load",
                "--quiet",
                "-b",
                stack.bootstrapServers(),
                "--kafka-config",
                stack.clientFile(principal).toString(),
                calls.toString());
    }

    private static ProgramProcess tail(Principal principal) throws Exception {
        return ProgramProcess.console(
                directory,
                "tail",
                "crime_counts",
                "-b",
                stack.bootstrapServers(),
                "--kafka-config",
                stack.clientFile(principal).toString());
    }

    private static ClientRun runJob(Principal principal) throws InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("run", Checkout.find().jobJar().toString()));
        command.addAll(List.of("--bootstrap-servers", stack.bootstrapServers()));
        command.addAll(List.of("--kafka-config", stack.clientFile(principal).toString()));
        command.addAll(List.of("--bounded", "--delivery", "exactly-once"));
        return stack.flink(command);
    }
}
