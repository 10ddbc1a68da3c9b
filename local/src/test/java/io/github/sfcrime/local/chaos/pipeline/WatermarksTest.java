package io.github.sfcrime.local.chaos.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatermarksTest {

    private static final String FIRST = "flink_taskmanager_job_task_currentInputWatermark{task_attempt_id=\"a\",} ";
    private static final String SECOND = "flink_taskmanager_job_task_currentInputWatermark{task_attempt_id=\"b\",} ";

    private final Watermarks watermarks = new Watermarks();

    @Test
    void thoseOfAnotherAttemptMayBeEarlier() {
        watermarks.are("# HELP ...\n" + FIRST + "-9.223372036854776E18\n");
        watermarks.are(FIRST + "1.538474400001E12\n");
        watermarks.are(SECOND + "1.538474400000E12\n");

        assertThat(watermarks.differences()).isEmpty();
    }

    @Test
    void oneThatGoesBackIsTold() {
        watermarks.are(FIRST + "1.538474400001E12\n" + SECOND + "1.0\n");
        watermarks.are(FIRST + "1.538474400000E12\n" + SECOND + "1.0\n");

        assertThat(watermarks.differences())
                .containsExactly("watermark has gone back from 1538474400001 to 1538474400000: " + FIRST.strip());
    }

    @Test
    void nothingIsProvedWhereNoneWasSeen() {
        watermarks.are("");

        assertThat(watermarks.differences()).containsExactly("no watermark was seen");
    }
}
