package io.github.sfcrime.local;

import io.github.sfcrime.local.stack.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The script that a person types, in a checkout without sources that counts as built and runs this one's classes. */
final class Script {

    private static final List<String> MODULES =
            List.of("schemas", "cli", "loader", "flink-job", "console", "local", "local/reporter", "local/guard");
    private static final List<String> PROGRAMS =
            List.of("loader", "console", "local", "local/broker", "local/cluster", "local/reporter", "local/guard");

    private final Path parent;

    private Script(Path parent) {
        this.parent = parent;
    }

    /** Puts it into the folder {@code checkout} of {@code parent}. */
    static Script in(Path parent) throws IOException {
        Path home = Files.createDirectory(parent.resolve("checkout"));
        Path original = Checkout.find().root();
        Files.copy(original.resolve("sfcrime"), home.resolve("sfcrime"));
        Files.copy(original.resolve("pom.xml"), home.resolve("pom.xml"));
        for (String module : MODULES) {
            Files.createDirectories(home.resolve(module).resolve("src"));
            Files.createFile(home.resolve(module).resolve("pom.xml"));
        }
        for (String program : PROGRAMS) {
            Path built = original.resolve(program).resolve("target");
            Path target = home.resolve(program).resolve("target");
            Files.createDirectories(target.resolve("classes"));
            Files.writeString(target.resolveSibling("pom.xml"), "");
            String classes =
                    Files.exists(built.resolve("classes")) ? built.resolve("classes") + File.pathSeparator : "";
            Files.writeString(target.resolve("classpath"), classes + Files.readString(built.resolve("classpath")));
        }
        for (String module : MODULES) {
            Files.createFile(Files.createDirectories(home.resolve(module).resolve("target"))
                    .resolve("sfcrime-built"));
        }
        return new Script(parent);
    }

    /** Runs it from the folder above it, to its end, with more in its environment. */
    Output run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("checkout/sfcrime"));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile(parent.resolve("checkout"), "script-", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(parent.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), out.lines().toList(), Files.readAllLines(errors));
    }
}
