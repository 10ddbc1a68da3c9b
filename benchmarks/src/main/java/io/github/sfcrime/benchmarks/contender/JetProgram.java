package io.github.sfcrime.benchmarks.contender;

import java.nio.file.Path;
import java.util.List;

/**
 * Counts with Hazelcast Jet, in windows only.
 *
 * @param root the checkout
 */
record JetProgram(Path root) implements ContenderProgram {

    /** What Hazelcast advises on Java 17, and short pauses, as a member of a cluster has to answer. */
    private static final List<String> JVM = List.of(
            "-XX:MaxGCPauseMillis=10",
            "--add-modules=java.se",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

    @Override
    public String mainClass() {
        return "io.github.sfcrime.benchmarks.jet.JetCounts";
    }

    @Override
    public List<String> jvm() {
        return JVM;
    }

    @Override
    public String classPath() {
        return ContenderProgram.classPath(
                root.resolve("benchmarks/jet"), "mvn -Pfull -DskipTests package -pl benchmarks -am");
    }

    @Override
    public List<String> arguments(Task task) {
        return List.of(
                task.id(),
                task.bootstrapServers(),
                task.topic(),
                task.closingTopic(),
                task.id() + "-rows",
                Integer.toString(task.parallelism()),
                task.watermarkBound().toString());
    }
}
