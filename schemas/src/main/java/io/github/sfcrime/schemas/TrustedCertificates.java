package io.github.sfcrime.schemas;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificates of a truststore, as Kafka's clients read one: JKS, PKCS12 or PEM. */
final class TrustedCertificates {

    private TrustedCertificates() {}

    /**
     * What trusts these certificates and no others.
     *
     * @param settings file, password and type by Kafka's names; without a type it is JKS or PKCS12, whichever fits
     * @throws IllegalArgumentException if the file cannot be read as that
     */
    static SSLContext of(Map<String, String> settings) {
        String file = settings.getOrDefault(RegistrySettings.TRUSTSTORE, "");
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(
                    "PEM".equals(settings.get(RegistrySettings.TRUSTSTORE_TYPE))
                            ? pem(file)
                            : keyStore(file, settings));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cannot read the certificates in " + RegistrySettings.TRUSTSTORE + " " + file + ": "
                            + (Files.isReadable(Path.of(file)) ? e.getMessage() : "there is no such file"),
                    e);
        }
    }

    private static KeyStore keyStore(String file, Map<String, String> settings)
            throws IOException, GeneralSecurityException {
        String type = settings.get(RegistrySettings.TRUSTSTORE_TYPE);
        String password = settings.get(RegistrySettings.TRUSTSTORE_PASSWORD);
        char[] secret = password == null ? null : password.toCharArray();
        if (type == null) {
            return KeyStore.getInstance(new File(file), secret);
        }
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            store.load(in, secret);
        }
        return store;
    }

    private static KeyStore pem(String file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("certificate-" + store.size(), certificate);
            }
        }
        return store;
    }
}
