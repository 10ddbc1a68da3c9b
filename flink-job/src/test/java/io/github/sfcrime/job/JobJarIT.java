package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Opens the jar that goes to {@code flink run}. */
class JobJarIT {

    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(Path.of(System.getProperty("job.jar")).toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void itNamesItsMainClass() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                .isEqualTo(CountCallsJob.class.getName());
    }

    @Test
    void itCarriesTheJobItsSchemasAndTheKafkaConnector() {
        assertThat(entries())
                .contains(
                        "io/github/sfcrime/job/CountCallsJob.class",
                        "io/github/sfcrime/schemas/CallForService.class",
                        "io/github/sfcrime/schemas/radio-codes.json",
                        "org/apache/flink/connector/kafka/source/KafkaSource.class");
    }

    @Test
    void itCarriesTheJdbcConnectorAndPostgresDriver() {
        assertThat(entries())
                .contains(
                        "org/apache/flink/connector/jdbc/core/datastream/sink/JdbcSink.class",
                        "org/postgresql/Driver.class")
                .noneMatch(entry -> entry.startsWith("org/checkerframework/"));
    }

    @Test
    void itCarriesTheNativePartOfH3ForWhatFlinkRunsOn() {
        assertThat(entries())
                .contains(
                        "linux-x64/libh3-java.so",
                        "linux-arm64/libh3-java.so",
                        "darwin-x64/libh3-java.dylib",
                        "darwin-arm64/libh3-java.dylib");
    }

    @Test
    void kafkaIsNotRelocatedSoThatLoginModulesAreFoundByName() {
        assertThat(entries()).contains("org/apache/kafka/common/security/scram/ScramLoginModule.class");
    }

    @Test
    void flinkAndLoggingAreTheClusters() {
        assertThat(entries())
                .noneMatch(entry -> entry.startsWith("org/apache/flink/runtime/"))
                .noneMatch(entry -> entry.startsWith("org/apache/flink/api/common/"))
                .noneMatch(entry -> entry.startsWith("net/jpountz/"))
                .noneMatch(entry -> entry.startsWith("org/slf4j/"))
                .noneMatch(entry -> entry.startsWith("org/apache/logging/"))
                .noneMatch(entry -> entry.startsWith("io/github/sfcrime/loader/"));
    }

    @Test
    void ofTheCommandLineItHasWhatReadsItsArguments() {
        assertThat(entries())
                .contains("picocli/CommandLine.class")
                .filteredOn(entry -> entry.startsWith("io/github/sfcrime/cli/") && entry.endsWith(".class"))
                .containsExactlyInAnyOrder(
                        "io/github/sfcrime/cli/DurationConverter.class", "io/github/sfcrime/cli/output/Titles.class");
    }

    private static List<String> entries() {
        return jar.stream().map(ZipEntry::getName).toList();
    }
}
