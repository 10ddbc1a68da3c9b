package io.github.sfcrime.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small program in a jar, started with the archive of its classes and without. */
class ClassDataTest {

    private static final String FROM_THE_ARCHIVE = "Greeting source: shared objects file (top)";

    @TempDir
    Path directory;

    private Path jar;
    private Path archives;
    private ClassData classData;

    @BeforeEach
    void makeTheProgram() throws IOException {
        Path source = Files.writeString(directory.resolve("Greeting.java"), """
                public class Greeting {
                    public static void main(String[] arguments) {
                        System.out.println("good morning");
                    }
                }
                """);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", directory.toString(), source.toString());
        assertThat(status).isZero();
        jar = directory.resolve("greeting.jar");
        try (JarOutputStream content = new JarOutputStream(Files.newOutputStream(jar))) {
            content.putNextEntry(new JarEntry("Greeting.class"));
            Files.copy(directory.resolve("Greeting.class"), content);
        }
        archives = directory.resolve("class-data");
        classData = new ClassData(archives);
    }

    @Test
    void theFirstRunWritesAnArchiveAndTheNextTakesItsClassesFromIt() throws Exception {
        assertThat(output(classData.shared("greeting", greeting())))
                .contains("good morning")
                .doesNotContain(FROM_THE_ARCHIVE, "warning");
        assertThat(archives()).hasSize(1);

        assertThat(output(classData.shared("greeting", greeting()))).contains("good morning", FROM_THE_ARCHIVE);
    }

    @Test
    void aProgramOfTheSameClassPathBorrowsTheArchiveButWritesNone() throws Exception {
        assertThat(classData.borrowed("greeting", greeting())).isEqualTo(greeting());

        output(classData.shared("greeting", greeting()));

        assertThat(output(classData.borrowed("greeting", greeting()))).contains("good morning", FROM_THE_ARCHIVE);
    }

    @Test
    void anArchiveThatWasNotWrittenToItsEndIsWrittenAnew() throws Exception {
        output(classData.shared("greeting", greeting()));
        Files.write(archives().get(0), new byte[4096]);

        assertThat(output(classData.shared("greeting", greeting())))
                .contains("good morning")
                .doesNotContain(FROM_THE_ARCHIVE);

        assertThat(output(classData.shared("greeting", greeting()))).contains("good morning", FROM_THE_ARCHIVE);
    }

    @Test
    void anArchiveOfAnEarlierJarIsWrittenAnew() throws Exception {
        output(classData.shared("greeting", greeting()));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(classData.shared("greeting", greeting()).jvmArguments())
                .anyMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit="));
    }

    @Test
    void aFolderOfClassesOrAnAgentHasNone() {
        JavaCommand ofAFolder = JavaCommand.of("Greeting", directory.toString());
        JavaCommand withAnAgent = greeting().jvm("-javaagent:agent.jar");

        assertThat(classData.shared("greeting", ofAFolder)).isEqualTo(ofAFolder);
        assertThat(classData.shared("greeting", withAnAgent)).isEqualTo(withAnAgent);
    }

    @Test
    void aProgramRunsWhereNoArchiveCanBeWritten() throws Exception {
        Path file = Files.createFile(directory.resolve("no-folder"));

        assertThat(new ClassData(file.resolve("class-data")).shared("greeting", greeting()))
                .isEqualTo(greeting());
    }

    private JavaCommand greeting() {
        return JavaCommand.of("Greeting", jar.toString()).jvm("-Xlog:class+load");
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(archives)) {
            return files.toList();
        }
    }

    private static String output(JavaCommand command) throws IOException, InterruptedException {
        Process process = command.builder("-Dsfcrime.test=class-data")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
