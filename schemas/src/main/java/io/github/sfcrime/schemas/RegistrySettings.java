package io.github.sfcrime.schemas;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Which schema registry, and how to talk to it.
 *
 * @param url where its API begins, as {@code http://localhost:8081}
 * @param client settings by Confluent's names, secrets among them, which {@link #toString} leaves out
 */
public record RegistrySettings(String url, Map<String, String> client) implements Serializable {

    static final String LOGIN = "basic.auth.user.info";
    static final String TRUSTSTORE = "ssl.truststore.location";
    static final String TRUSTSTORE_PASSWORD = "ssl.truststore.password";
    static final String TRUSTSTORE_TYPE = "ssl.truststore.type";

    private static final List<String> KNOWN = List.of(LOGIN, TRUSTSTORE, TRUSTSTORE_PASSWORD, TRUSTSTORE_TYPE);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException without a secret in its message
     */
    public RegistrySettings {
        check(url);
        // Of a type that is Serializable whatever came.
        client = new HashMap<>(client);
        for (String name : client.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no setting " + name + " of a schema registry, but " + String.join(", ", KNOWN));
            }
        }
        String login = client.get(LOGIN);
        if (login != null && login.indexOf(':') < 1) {
            throw new IllegalArgumentException(LOGIN + " must be USER:PASSWORD");
        }
    }

    /** A registry that asks for nothing. */
    public static RegistrySettings of(String url) {
        return new RegistrySettings(url, Map.of());
    }

    /** A registry with the settings of a file. */
    public static RegistrySettings of(String url, Properties file) {
        Map<String, String> client = new HashMap<>();
        file.stringPropertyNames().forEach(name -> client.put(name, file.getProperty(name)));
        return new RegistrySettings(url, client);
    }

    private static void check(String url) {
        try {
            URI parsed = new URI(url);
            boolean isWeb = "http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme());
            if (isWeb && parsed.getHost() != null && parsed.getUserInfo() == null) {
                return;
            }
        } catch (URISyntaxException mayHoldThePassword) {
            // Nor is it the cause of what follows.
        }
        throw new IllegalArgumentException("a schema registry is named by a URL such as http://localhost:8081, without"
                + " user and password, which belong in the file of --schema-registry-config as " + LOGIN);
    }

    @Override
    public String toString() {
        return url;
    }
}
