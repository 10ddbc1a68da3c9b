package io.github.sfcrime.console.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.flink.JobGoneException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which job is reported on, and what is said where there is none. */
class RunningJobTest {

    private final FakeFlink flink;

    RunningJobTest() throws IOException {
        flink = new FakeFlink();
    }

    @AfterEach
    void close() {
        flink.close();
    }

    @Test
    void theOnlyRunningJobNeedsNoName() throws IOException {
        jobs("{'jid':'a','name':'Old','state':'FINISHED'},{'jid':'b','name':'Count','state':'RUNNING'}");
        assertThat(RunningJob.find(flink.rest(), null)).isEqualTo(new RunningJob("b", "Count"));
    }

    @Test
    void oneOfSeveralHasToBeNamed() throws IOException {
        jobs("{'jid':'a','name':'Count','state':'RUNNING'},{'jid':'b','name':'SQL','state':'RESTARTING'}");
        assertThat(RunningJob.find(flink.rest(), "b")).isEqualTo(new RunningJob("b", "SQL"));
        assertThatThrownBy(() -> RunningJob.find(flink.rest(), null))
                .isInstanceOf(SeveralJobsException.class)
                .hasMessage("several jobs are running, name one with --job: a (Count), b (SQL)");
    }

    @Test
    void aJobThatIsNotThereIsToldAsSuch() {
        jobs("");
        assertThatThrownBy(() -> RunningJob.find(flink.rest(), null))
                .isInstanceOf(JobGoneException.class)
                .hasMessage("no job runs at " + flink.url() + ": start one with flink run");
        assertThatThrownBy(() -> RunningJob.find(flink.rest(), "c"))
                .hasMessage("no job c runs at " + flink.url() + " (see " + flink.url() + "/#/job/running)");
    }

    @Test
    void theEndOfAJobIsNoFailureUnlessItFailed() {
        RunningJob job = new RunningJob("a", "Count");
        flink.with("/jobs/a", "{\"state\":\"CANCELED\"}");
        assertThatThrownBy(() -> job.details(flink.rest()))
                .isInstanceOf(JobGoneException.class)
                .hasMessage("job a (Count) has ended: CANCELED");
        assertThatThrownBy(() -> new RunningJob("b", "Gone").details(flink.rest()))
                .isInstanceOf(JobGoneException.class)
                .hasMessage(flink.url() + "/jobs/b is not there");
        flink.with("/jobs/a", "{\"state\":\"FAILED\"}");
        assertThatThrownBy(() -> job.details(flink.rest()))
                .isNotInstanceOf(JobGoneException.class)
                .hasMessage("job a (Count) has failed: see " + flink.url() + "/#/job/completed/a/exceptions");
    }

    @Test
    void whatIsNoFlinkIsTold() {
        assertThatThrownBy(() -> flink.with("/", "<html>").rest().get("/"))
                .hasMessage("no Flink answers at " + flink.url() + ": the answer is not JSON");
        assertThatThrownBy(() -> flink.with("/", 500, "{}").rest().get("/"))
                .hasMessage("cannot get " + flink.url() + "/: HTTP 500");
        flink.close();
        assertThatThrownBy(() -> flink.rest().get("/"))
                .hasMessageMatching(Pattern.quote("no Flink answers at " + flink.url())
                        + ": is the cluster up, and is that its address \\(--rest\\)\\?");
    }

    private void jobs(String jobs) {
        flink.with("/jobs/overview", ("{'jobs':[" + jobs + "]}").replace('\'', '"'));
    }
}
