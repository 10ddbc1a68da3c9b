package io.github.sfcrime.local.chaos.injection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.chaos.fault.FaultKind;
import org.junit.jupiter.api.Test;

class InjectionTest {

    @Test
    void anOutageIsNamedByTheRowsThatItLost() {
        Injection outage = Injection.of(FaultKind.OUTAGE);

        assertThat(outage.isNamedBy(
                        "cannot commit topic crime_counts, checkpoint 26, transaction chaos-0-crime_counts-1-26:"
                                + " the broker has aborted it, so that its rows are lost"))
                .isTrue();
        assertThat(outage.isNamedBy("the job goes on")).isFalse();
    }

    @Test
    void checkpointsThatAreGoneAreNamedByAFileThatIsMissing() {
        Injection gone = Injection.of(FaultKind.CHECKPOINTS_GONE);

        assertThat(gone.isNamedBy("the job is CANCELED: java.io.FileNotFoundException:"
                        + " /stack/cluster/checkpoints/4f2/chk-26/0b1 (No such file or directory)"))
                .isTrue();
        assertThat(gone.isNamedBy("the job is CANCELED: no reason was given")).isFalse();
    }
}
