package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.stack.StackState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person types, on a machine that is set up in another way than ours. */
class SurroundingsIT {

    @TempDir
    Path folder;

    private Script script;

    @BeforeEach
    void copy() throws Exception {
        folder = folder.toRealPath();
        script = Script.in(folder);
    }

    /** Another language, a localhost that is IPv6 first, and a host name of its own that leads nowhere. */
    @Test
    void aStackStartsWhateverTheMachinesLanguageAndNames() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "::1 localhost\n127.0.0.1 localhost\n");
        String options = "-Duser.language=tr -Duser.country=TR -Djava.net.preferIPv6Addresses=true"
                + " -Djdk.net.hosts.file=" + hosts;
        Map<String, String> environment =
                Map.of("JAVA_TOOL_OPTIONS", options, "TZ", "Asia/Tokyo", "HOME", "/nonexistent");
        String directory = folder.resolve("stack").toString();

        try {
            Output up = script.run(environment, "up", "--dir", directory, "--kafka-port", "0", "--rest-port", "0");

            assertThat(up.exitCode()).as(up.toString()).isZero();
            assertThat(StackState.of(StackDirectory.at(Path.of(directory))).isWhole())
                    .isTrue();
        } finally {
            Output.of("down", "--dir", directory);
        }
    }
}
