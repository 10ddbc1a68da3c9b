package io.github.sfcrime.local.stack;

import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.process.StackFailure;
import io.github.sfcrime.schemas.Principal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;

/**
 * Brokers that want to know who is there: TLS for everybody, SCRAM for clients, a certificate of the stack's own for the
 * brokers among themselves, and ACLs. Keys and passwords are made anew at each start, in a folder that only the user
 * may read.
 */
public final class Security {

    private static final String FOLDER = "secure";
    private static final String CLIENTS = "CLIENT";
    private static final String BROKERS = "INTERNAL";
    private static final String CONTROLLERS = "CONTROLLER";
    private static final String NAME = "CN=sfcrime-stack";
    private static final String SCRAM_LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule required";
    private static final int ITERATIONS = 4096;
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final String storePassword = password();
    private final Map<Principal, String> passwords = new TreeMap<>();

    private Security(Path folder) {
        this.folder = folder;
        for (Principal principal : Principal.values()) {
            passwords.put(principal, password());
        }
    }

    /** New keys and passwords for the stack of a directory. */
    static Security of(StackDirectory directory) throws IOException, InterruptedException {
        Path folder = directory.root().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Security security = new Security(folder);
        security.makeKeys();
        for (Principal principal : Principal.values()) {
            security.write(clientFile(directory, principal), security.ofClient(principal));
        }
        return security;
    }

    /** The file with the settings of a client, for {@code --kafka-config}. */
    public static Path clientFile(StackDirectory directory, Principal principal) {
        return directory.root().resolve(FOLDER).resolve(principal.user() + ".properties");
    }

    /** Kafka's settings of a broker. */
    Map<String, String> ofBroker(Broker.Node node) {
        Map<String, String> settings = new TreeMap<>(keys());
        settings.put(
                "listeners",
                "%s://%s,%s://localhost:%d,%s://localhost:%d"
                        .formatted(
                                CLIENTS,
                                node.address(),
                                BROKERS,
                                node.internalPort(),
                                CONTROLLERS,
                                node.controllerPort()));
        settings.put(
                "listener.security.protocol.map", CLIENTS + ":SASL_SSL," + BROKERS + ":SSL," + CONTROLLERS + ":SSL");
        settings.put("inter.broker.listener.name", BROKERS);
        settings.put("listener.name.internal.ssl.client.auth", "required");
        settings.put("listener.name.controller.ssl.client.auth", "required");
        settings.put("sasl.enabled.mechanisms", ScramMechanism.SCRAM_SHA_512.mechanismName());
        settings.put("listener.name.client.scram-sha-512.sasl.jaas.config", SCRAM_LOGIN + ";");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:" + NAME);
        return settings;
    }

    /** Settings of a client that may do everything, for brokers at their internal addresses. */
    Map<String, Object> ofAdmin(String internalAddresses) {
        Map<String, Object> settings = new TreeMap<>(keys());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, internalAddresses);
        settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SSL");
        return settings;
    }

    /** Makes every principal known, and gives it its rights. */
    void grant(Admin admin) throws InterruptedException {
        List<UserScramCredentialAlteration> users = new ArrayList<>();
        passwords.forEach((principal, password) -> users.add(new UserScramCredentialUpsertion(
                principal.user(), new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password)));
        try {
            admin.alterUserScramCredentials(users).all().get();
            for (Principal principal : Principal.values()) {
                admin.createAcls(principal.acls()).all().get();
            }
        } catch (ExecutionException e) {
            throw new StackFailure("cannot set users and their rights: " + e.getMessage(), e);
        }
    }

    private Properties ofClient(Principal principal) {
        Properties settings = new Properties();
        settings.setProperty(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_SSL");
        settings.setProperty(SaslConfigs.SASL_MECHANISM, ScramMechanism.SCRAM_SHA_512.mechanismName());
        settings.setProperty(
                SaslConfigs.SASL_JAAS_CONFIG,
                SCRAM_LOGIN + " username=\"" + principal.user() + "\" password=\"" + passwords.get(principal) + "\";");
        settings.setProperty(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
        settings.setProperty(
                SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, certificate().toString());
        return settings;
    }

    private Map<String, String> keys() {
        return Map.of(
                SslConfigs.SSL_KEYSTORE_TYPE_CONFIG,
                "PKCS12",
                SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG,
                keyStore().toString(),
                SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG,
                storePassword,
                SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
                "PEM",
                SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                certificate().toString());
    }

    private Path keyStore() {
        return folder.resolve("stack.p12");
    }

    private Path certificate() {
        return folder.resolve("stack.pem");
    }

    private void makeKeys() throws IOException, InterruptedException {
        Files.deleteIfExists(keyStore());
        Files.deleteIfExists(certificate());
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                NAME,
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "365");
        keytool("-exportcert", "-rfc", "-file", certificate().toString());
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "stack", "-keystore", keyStore().toString(), "-storetype", "PKCS12"));
        command.add("-storepass:env");
        command.add("STORE_PASSWORD");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("STORE_PASSWORD", storePassword);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool cannot make a key in " + folder + ": " + output.strip());
        }
    }

    private void write(Path file, Properties settings) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
    }

    private static String password() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
