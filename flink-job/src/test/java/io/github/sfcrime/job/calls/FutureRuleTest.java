package io.github.sfcrime.job.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FutureRuleTest {

    private final FutureRule rule = new FutureRule(Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({
        "2018-10-02T10:00:00, 2018-10-02T16:00:00Z, false",
        "2018-10-02T10:00:01, 2018-10-02T16:00:00Z, true",
        "2018-11-04T02:59:00, 2018-11-04T09:59:00Z, false",
        "2018-12-02T09:00:01, 2018-12-02T16:00:00Z, true",
        "2099-01-01T00:00:00, 2018-10-02T16:00:00Z, true",
        "1970-01-01T00:00:00, 2018-10-02T16:00:00Z, false",
    })
    void aCallIsComparedWithSanFranciscoTimeAtWhichItsRecordWasAppended(
            LocalDateTime call, Instant appended, boolean fromFuture) {
        CallRecord judged = judged(call, appended.toEpochMilli(), null);

        assertThat(judged.problem != null && judged.problem.kind == Problem.Kind.FROM_FUTURE)
                .isEqualTo(fromFuture);
        assertThat(judged.callDateTime == Call.NO_EVENT_TIME).isEqualTo(fromFuture);
    }

    @Test
    void theReasonNamesBothTimes() {
        assertThat(judged(
                                LocalDateTime.parse("2099-01-01T00:00:00"),
                                Instant.parse("2018-10-02T16:00:00Z").toEpochMilli(),
                                null)
                        .problem)
                .extracting(problem -> problem.text)
                .isEqualTo("from the future: call_date_time 2099-01-01T00:00 is more than PT1H after the record was"
                        + " appended, at 2018-10-02T09:00 San Francisco time");
    }

    @Test
    void recordsWithoutATimestampAndThoseWithAProblemAreLeftAlone() {
        LocalDateTime future = LocalDateTime.parse("2099-01-01T00:00:00");
        Problem damaged = new Problem(Problem.Kind.MALFORMED, "body is damaged");

        assertThat(judged(future, -1, null).problem).isNull();
        assertThat(judged(future, 0, damaged).problem).isSameAs(damaged);
    }

    private CallRecord judged(LocalDateTime time, long appended, @Nullable Problem problem) {
        CallRecord call = new CallRecord();
        call.callDateTime = time.toInstant(ZoneOffset.UTC).toEpochMilli();
        call.source.timestamp = appended;
        call.problem = problem;
        CallBatch batch = CallBatch.of(call);
        rule.judge(batch);
        return batch.call(0);
    }
}
