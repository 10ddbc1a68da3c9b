package io.github.sfcrime.console.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {

    @TempDir
    private Path directory;

    /** The example of Svix's documentation, from which the specification is. */
    @Test
    void aRequestIsSignedAsTheSpecificationSays() {
        WebhookSecret secret = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8G", "whsec_no base64 at all, is it?"})
    void whatIsNoSecretIsRefusedWithoutBeingShown(String text) throws Exception {
        Path file = Files.writeString(directory.resolve("secret.txt"), text + "\n");

        assertThatThrownBy(() -> WebhookSecret.in(file))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("--webhook-secret " + file + " must have whsec_ and 24 to 64 bytes in base64: make one with"
                        + " (echo -n whsec_; openssl rand -base64 32) > FILE");
    }

    @Test
    void aFileThatIsNotThereIsNone() {
        assertThatThrownBy(() -> WebhookSecret.in(directory.resolve("none"))).isInstanceOf(UserErrorException.class);
    }
}
