package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.local.process.LogFormat;
import io.github.sfcrime.local.process.Port;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loader and job against a broker that speaks TLS and wants to know who is there. */
class SecuredBrokerTest {

    private static final String STORE_PASSWORD = "store-password";
    private static final String PASSWORD = "the-right-password";

    @TempDir
    static Path directory;

    private static Stack stack;
    private static int port;
    private static Path calls;

    @BeforeAll
    static void start() throws Exception {
        Path keys = directory.resolve("broker.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-keystore",
                keys.toString());
        Path certificate = directory.resolve("broker.pem");
        keytool(
                "-exportcert",
                "-alias",
                "broker",
                "-rfc",
                "-file",
                certificate.toString(),
                "-keystore",
                keys.toString());
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "broker",
                "-file",
                certificate.toString(),
                "-keystore",
                directory.resolve("trusted.p12").toString());
        keytool(
                "-genkeypair",
                "-alias",
                "other",
                "-keyalg",
                "EC",
                "-dname",
                "CN=other",
                "-keystore",
                directory.resolve("other.p12").toString());
        stack = Stack.temporary().withLogs(LogFormat.json);
        port = Port.any().choose("the secured listener");
        stack.startBroker(settings(keys));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            "loader", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
                    .all()
                    .get();
        }
        calls = directory.resolve("calls.jsonl");
        assertThat(loader("generate", "-n", "100", "-o", calls.toString()).exitCode())
                .isZero();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /** A second listener beside the plain one that the stack itself uses. */
    private static BrokerSettings settings(Path keys) {
        int plain = Port.any().choose("the plain listener");
        int controller = Port.any().choose("the controller");
        return new BrokerSettings(Port.exactly(plain), 1, Map.of(), List.of())
                .with("controller.quorum.voters", "1@localhost:" + controller)
                .with(
                        "listeners",
                        "PLAINTEXT://localhost:" + plain + ",SASL_SSL://localhost:" + port + ",CONTROLLER://localhost:"
                                + controller)
                .with("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT")
                .with("sasl.enabled.mechanisms", "SCRAM-SHA-512")
                .with(
                        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;")
                .with("ssl.keystore.type", "PKCS12")
                .with("ssl.keystore.location", keys.toString())
                .with("ssl.keystore.password", STORE_PASSWORD);
    }

    @Test
    void callsAreLoadedOverTlsByAUserWithTheRightPassword() throws Exception {
        ProgramProcess loader = load("trusted.p12", PASSWORD);

        assertThat(loader.exitCode()).as(loader.errors()).isZero();
        assertThat(loader.errors()).startsWith("calls: read 100, sent 100, rejected 0 in ");
    }

    @Test
    void aWrongPasswordIsOneLineWithoutIt() throws Exception {
        ProgramProcess loader = load("trusted.p12", "the-wrong-password");

        assertThat(loader.exitCode()).isEqualTo(1);
        assertThat(loader.errors().lines()).hasSize(1);
        assertThat(loader.errors())
                .startsWith("sfcrime load: ")
                .contains("Authentication failed")
                .doesNotContain("the-wrong-password");
    }

    @Test
    void aCertificateThatIsNotTrustedIsOneLine() throws Exception {
        ProgramProcess loader = load("other.p12", PASSWORD);

        assertThat(loader.exitCode()).isEqualTo(1);
        assertThat(loader.errors().lines()).hasSize(1);
        assertThat(loader.errors()).startsWith("sfcrime load: ").containsIgnoringCase("SSL handshake failed");
    }

    @Test
    void theJobReadsAndWritesOverTlsInTransactionsAndNoLogHoldsAPassword() throws Exception {
        assertThat(load("trusted.p12", PASSWORD).exitCode()).isZero();
        stack.startCluster(ClusterSettings.onFreePort());

        ClientRun run = runJob(PASSWORD);

        String job = run.jobId().orElseThrow(() -> new AssertionError(run.output()));
        long in = stack.rest().accumulator(job, "callsIn");
        assertThat(run.exitCode()).as(run.output().toString()).isZero();
        assertThat(in).isPositive();
        // Another test may have loaded the same calls before: those of the second load are late.
        assertThat(stack.rest().accumulator(job, "callsCounted") + stack.rest().accumulator(job, "callsLate"))
                .isEqualTo(in);
        ClientRun refused = runJob("the-wrong-password");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(String.join("\n", refused.output()))
                .contains("Authentication failed")
                .doesNotContain("the-wrong-password");
        assertThat(logged())
                .hasSizeGreaterThan(100)
                .noneMatch(line -> line.contains(PASSWORD) || line.contains(STORE_PASSWORD));
        JsonMapper json = new JsonMapper();
        for (String name : List.of("broker", "jobmanager", "taskmanager-1")) {
            for (String line : Files.readAllLines(stack.directory().resolve("logs/" + name + ".log"))) {
                assertThat(json.readTree(line).properties())
                        .extracting(Map.Entry::getKey)
                        .contains("time", "level", "logger", "thread", "message");
            }
        }
    }

    private static ClientRun runJob(String password) throws Exception {
        return stack.flink(List.of(
                "run",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                "localhost:" + port,
                "--topic",
                "calls",
                "--bounded",
                "--delivery",
                "exactly-once",
                "--future-bound",
                "none",
                "--kafka-config",
                clientSettings("trusted.p12", password).toString()));
    }

    private static Path clientSettings(String trusted, String password) throws IOException {
        Path settings = Files.createTempFile(directory, "client-", ".properties");
        Files.write(
                settings,
                List.of(
                        "security.protocol=SASL_SSL",
                        "sasl.mechanism=SCRAM-SHA-512",
                        "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"loader\" password=\"" + password + "\";",
                        "ssl.truststore.type=PKCS12",
                        "ssl.truststore.location=" + directory.resolve(trusted),
                        "ssl.truststore.password=" + STORE_PASSWORD));
        return settings;
    }

    /** All that any process of the stack has logged or printed. */
    private static List<String> logged() throws IOException {
        try (Stream<Path> files = Files.list(stack.directory().resolve("logs"))) {
            List<String> lines = new ArrayList<>();
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        }
    }

    private static ProgramProcess load(String trusted, String password) throws Exception {
        ProgramProcess loader = loader(
                "load",
                "-b",
                "localhost:" + port,
                "-t",
                "calls",
                "--kafka-config",
                clientSettings(trusted, password).toString(),
                calls.toString());
        loader.exitCode();
        return loader;
    }

    private static ProgramProcess loader(String... arguments) throws Exception {
        return ProgramProcess.loader(directory, arguments);
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
