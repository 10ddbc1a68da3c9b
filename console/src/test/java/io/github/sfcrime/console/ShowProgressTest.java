package io.github.sfcrime.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.console.progress.FakeFlink;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code progress} answers where it cannot report. */
class ShowProgressTest {

    private static final String TWO_JOBS = """
            {"jobs":[{"jid":"a","name":"Count","state":"RUNNING"},{"jid":"b","name":"SQL","state":"RUNNING"}]}""";

    private final StringWriter err = new StringWriter();

    @Test
    void mistakesAreOneLineAndExitCodeTwo() {
        assertThat(run("--interval", "PT0S")).isEqualTo(2);
        assertThat(run("--count", "0")).isEqualTo(2);
        assertThat(run("--rest", "localhost:8081")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "sfcrime progress: --interval must be positive: PT0S (see sfcrime progress --help)",
                        "sfcrime progress: --count must be positive: 0 (see sfcrime progress --help)",
                        "sfcrime progress: --rest must be an address such as http://localhost:8081: localhost:8081 (see"
                                + " sfcrime progress --help)");
    }

    @Test
    void anAddressThatIsNoneIsTheUsersMistake() {
        for (String address : List.of("http://a|b", "http://[::1", "http://h:999999", "http://h:x", "http://:80")) {
            err.getBuffer().setLength(0);
            assertThat(run("--rest", address)).as(address).isEqualTo(2);
            assertThat(err)
                    .hasToString("sfcrime progress: --rest must be an address such as http://localhost:8081: " + address
                            + " (see sfcrime progress --help)\n");
        }
    }

    @Test
    void severalJobsAreTheUsersToChooseFrom() throws IOException {
        try (FakeFlink flink = new FakeFlink().with("/jobs/overview", TWO_JOBS)) {
            assertThat(run("--rest", flink.url().toString())).isEqualTo(2);
        }
        assertThat(err)
                .hasToString("sfcrime progress: several jobs are running, name one with --job: a (Count), b (SQL) (see"
                        + " sfcrime progress --help)\n");
    }

    @Test
    void noClusterIsOneLineAndExitCodeOne() throws IOException {
        FakeFlink gone = new FakeFlink();
        gone.close();
        assertThat(run("--rest", gone.url().toString())).isEqualTo(1);
        assertThat(err)
                .hasToString("sfcrime progress: no Flink answers at " + gone.url()
                        + ": is the cluster up, and is that its address (--rest)?\n");
    }

    @Test
    void aPasswordInTheAddressIsNotShown() throws IOException {
        FakeFlink gone = new FakeFlink();
        gone.close();
        assertThat(run("--rest", gone.url().toString().replace("//", "//user:secret@")))
                .isEqualTo(1);
        assertThat(run("--rest", "user:secret@localhost")).isEqualTo(2);
        assertThat(err)
                .hasToString("sfcrime progress: no Flink answers at " + gone.url()
                        + ": is the cluster up, and is that its address (--rest)?\n"
                        + "sfcrime progress: --rest must be an address such as http://localhost:8081: [hidden]@localhost"
                        + " (see sfcrime progress --help)\n");
    }

    @Test
    void aJobThatEndsEndsTheReportsWithoutAFailure() throws IOException {
        try (FakeFlink flink = new FakeFlink()
                .with("/jobs/overview", TWO_JOBS)
                .with("/jobmanager/config", "[]")
                .with("/jobs/a", "{\"state\":\"FINISHED\"}")) {
            assertThat(run("--rest", flink.url().toString(), "--job", "a", "--interval", "PT10S"))
                    .isZero();
        }
        assertThat(err).hasToString("sfcrime progress: job a (Count) has ended: FINISHED\n");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "progress";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Sfcrime(new StringWriter(), Map.of())
                .commandLine(all)
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
