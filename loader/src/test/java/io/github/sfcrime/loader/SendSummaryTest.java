package io.github.sfcrime.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class SendSummaryTest {

    private final SendSummary load =
            new SendSummary("calls", 2_500_000, 2_000_000, 400_000, 99_999, 4L, new StepTimes(1, 0.5, 2.5));

    @Test
    void aPersonGetsALine() {
        assertThat(load.asText())
                .isEqualTo("calls: read 2,500,000, sent 2,000,000, sent before 400,000, rejected 99,999, not sent 1 in"
                        + " 4.0 s (parse 1.0, sort 0.5, send 2.5), 500,000 records/s");
    }

    @Test
    void aProgramGetsAnObject() throws IOException {
        assertThat(load.asJson())
                .isEqualTo("{\"topic\":\"calls\",\"read\":2500000,\"sent\":2000000,\"sent_before\":400000,"
                        + "\"rejected\":99999,\"unsent\":1,\"duplicates_seen\":4,\"seconds\":4.0,\"parse_seconds\":1.0,"
                        + "\"sort_seconds\":0.5,\"send_seconds\":2.5,\"records_per_second\":500000}");
    }

    @Test
    void whatIsSentAsItIsReadHasOneTime() {
        SendSummary inFileOrder = new SendSummary("calls", 10, 10, 0, 0, null, new StepTimes(0, 0, 2));

        assertThat(inFileOrder.asText()).isEqualTo("calls: read 10, sent 10, rejected 0 in 2.0 s, 5 records/s");
    }
}
