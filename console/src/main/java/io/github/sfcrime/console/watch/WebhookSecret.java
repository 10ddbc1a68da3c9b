package io.github.sfcrime.console.watch;

import io.github.sfcrime.cli.UserErrorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests by HMAC-SHA256, as <a href="https://www.standardwebhooks.com/">Standard Webhooks</a> says, so that their
 * receiver can tell that they are ours.
 */
final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final SecretKeySpec key;

    private WebhookSecret(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The secret in a file: {@code whsec_} and 24 to 64 bytes in base64.
     *
     * @throws UserErrorException if the file has none
     */
    static WebhookSecret in(Path file) {
        try {
            return of(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new UserErrorException(
                    "--webhook-secret " + file + " must have " + PREFIX + " and " + SHORTEST + " to " + LONGEST
                            + " bytes in base64: make one with (echo -n " + PREFIX
                            + "; openssl rand -base64 32) > FILE",
                    e);
        }
    }

    /** @throws IllegalArgumentException if the text is no secret */
    static WebhookSecret of(String text) {
        byte[] key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "");
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("a secret of " + key.length + " bytes");
        }
        return new WebhookSecret(key);
    }

    /**
     * The value of {@code webhook-signature}.
     *
     * @param timestamp of the request, in seconds since the epoch
     */
    String signature(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signature = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
