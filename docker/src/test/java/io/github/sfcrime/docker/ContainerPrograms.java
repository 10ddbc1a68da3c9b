package io.github.sfcrime.docker;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** The programs that the images bring, under the same names, made of what Maven has resolved. */
final class ContainerPrograms {

    private final Path binaries;
    private final Path libraries;

    private ContainerPrograms(Path binaries, Path libraries) {
        this.binaries = binaries;
        this.libraries = libraries;
    }

    /** Puts them into a folder; Flink's client talks to the local stack in another. */
    static ContainerPrograms in(Path folder, Path stack) throws IOException {
        ContainerPrograms programs = new ContainerPrograms(
                Files.createDirectories(folder.resolve("bin")), Files.createDirectories(folder.resolve("lib")));
        String kafka =
                Files.readString(Folder.file("local/broker/target/classpath")).strip();
        programs.install("kafka-topics.sh", kafka, "org.apache.kafka.tools.TopicCommand");
        String local = Folder.file("local/target/classes")
                + File.pathSeparator
                + Files.readString(Folder.file("local/target/classpath")).strip();
        programs.install("flink", local, "io.github.sfcrime.cli.Sfcrime flink --dir '" + stack + "'");
        programs.collectLoader();
        return programs;
    }

    /** Runs a command to its end with these programs on its path. */
    Program run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        // Found by its name on the new path, as in the container.
        List<String> found = new ArrayList<>(List.of("env"));
        found.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(found).redirectErrorStream(true);
        builder.environment().put("SFCRIME_LIB", libraries.toString());
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", binaries.toString(), (path, ours) -> ours + File.pathSeparator + path);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Program(process.waitFor(), output);
    }

    private void install(String name, String classPath, String main) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = binaries.resolve(name);
        String script = "#!/bin/sh\nexec '%s' -Dsfcrime.home='%s' -Xmx256m -cp '%s' %s \"$@\"\n"
                .formatted(java, Folder.file(""), classPath, main);
        Files.writeString(program, script);
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + program + " executable");
        }
    }

    /** The loader and what it runs on as jars in one folder. */
    private void collectLoader() throws IOException {
        String classPath =
                Files.readString(Folder.file("loader/target/classpath")).strip();
        List<String> entries = new ArrayList<>(List.of(classPath.split(Pattern.quote(File.pathSeparator), -1)));
        entries.add(Folder.file("loader/target/classes").toString());
        for (String entry : entries) {
            Path jar = libraries.resolve(entries.indexOf(entry) + ".jar");
            if (Files.isDirectory(Path.of(entry))) {
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", entry, ".");
            } else {
                Files.copy(Path.of(entry), jar);
            }
        }
    }
}
