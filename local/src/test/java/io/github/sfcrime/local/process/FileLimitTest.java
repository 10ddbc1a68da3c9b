package io.github.sfcrime.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLimitTest {

    @TempDir
    Path folder;

    @Test
    void aProcessCannotWriteUntilItIsAllowedAgain() throws Exception {
        assumeTrue(FileLimit.isThere(), "there is no prlimit");
        Path file = folder.resolve("lines");
        try (Child child = Child.start(file)) {
            assertThat(child.writes("one")).isTrue();

            FileLimit.allowNothing(child.handle());
            assertThat(child.writes("two")).isFalse();

            FileLimit.allowAll(child.handle());
            assertThat(child.writes("three")).isTrue();
        }
        assertThat(file).hasContent("one\nthree\n");
    }
}
