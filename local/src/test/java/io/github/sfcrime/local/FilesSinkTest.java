package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job's jar on a session cluster that has no Hadoop, and Parquet files that another engine reads. */
@OnSharedStack
class FilesSinkTest {

    @TempDir
    Path folder;

    @Test
    void anotherEngineReadsTheRowsThatItWouldHaveCountedAndTheCalls(Stack stack, WarmClient client) throws Exception {
        Path calls = folder.resolve("calls.jsonl");
        stack.load(List.of("generate", "--quiet", "--stages", "-n", "3000", "-o", calls.toString()));
        stack.load(List.of(
                "load", "--quiet", "-b", stack.bootstrapServers(), "-t", Topic.CRIME_DATA.name(), calls.toString()));

        ClientRun run = client.run(List.of(
                "run",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--bounded",
                "--sink",
                "files",
                "--files",
                folder.toString(),
                "--files-of",
                "rows,calls"));

        assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
        try (OtherEngine engine = new OtherEngine(calls)) {
            engine.setWindows(Duration.ofHours(1), Duration.ofHours(1));
            engine.answer("counts");
            engine.readFiles(folder.resolve("crime_counts"));
            assertThat(engine.differences()).isEmpty();

            engine.answer("whole-calls");
            engine.readCallFiles(folder.resolve("crime_data"));
            assertThat(engine.differences()).isEmpty();
        }
    }
}
