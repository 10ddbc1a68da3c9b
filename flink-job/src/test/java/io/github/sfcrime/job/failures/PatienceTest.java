package io.github.sfcrime.job.failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatIsAwayIsAskedAgainUntilItAnswers() throws Exception {
        int answer = new Patience(Duration.ofMinutes(10)).ask(() -> awayUntil(3));

        assertThat(answer).isEqualTo(3);
    }

    @Test
    void aMistakeIsToldAtOnce() {
        assertThatThrownBy(() -> new Patience(Duration.ofMinutes(10)).ask(() -> {
                    asked.incrementAndGet();
                    throw new IllegalArgumentException("no such thing");
                }))
                .hasMessage("no such thing");
        assertThat(asked).hasValue(1);
    }

    @Test
    void withoutPatienceNothingIsAskedTwice() {
        assertThatThrownBy(() -> new Patience(Duration.ZERO).ask(() -> awayUntil(2)))
                .isInstanceOf(TransientFailure.class);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"remote, NONE, false", "remote, zookeeper, false", "embedded, NONE, false", "embedded, zookeeper, true"
    })
    void onlyAJobManagerThatFailsOverIsPatient(String target, String highAvailability, boolean patient) {
        Configuration configuration = new Configuration();
        configuration.set(DeploymentOptions.TARGET, target);
        configuration.set(HighAvailabilityOptions.HA_MODE, highAvailability);

        assertThat(Patience.of(configuration).mayBeFailover()).isEqualTo(patient);
    }

    private int awayUntil(int attempt) {
        if (asked.incrementAndGet() < attempt) {
            throw new TransientFailure("away", null);
        }
        return asked.get();
    }
}
