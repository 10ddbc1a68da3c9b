package io.github.sfcrime.benchmarks.contender;

import java.nio.file.Path;
import java.util.List;

/**
 * Counts with Spark Structured Streaming.
 *
 * @param root the checkout
 */
record SparkProgram(Path root) implements ContenderProgram {

    /** What Spark's own launcher adds on Java 17. */
    private static final List<String> JVM = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.cs=ALL-UNNAMED",
            "--add-opens=java.base/sun.security.action=ALL-UNNAMED",
            "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED",
            "-Djdk.reflect.useDirectMethodHandle=false",
            "-Dio.netty.tryReflectionSetAccessible=true");

    @Override
    public String mainClass() {
        return "io.github.sfcrime.benchmarks.spark.SparkCounts";
    }

    @Override
    public List<String> jvm() {
        return JVM;
    }

    @Override
    public String classPath() {
        return ContenderProgram.classPath(
                root.resolve("benchmarks/spark"), "mvn -Pfull -DskipTests package -pl benchmarks -am");
    }

    @Override
    public List<String> arguments(Task task) {
        return List.of(
                task.bootstrapServers(),
                task.topic(),
                task.closingTopic(),
                task.id() + "-rows",
                Integer.toString(task.parallelism()),
                task.watermarkBound().toSeconds() + " seconds",
                task.directory().toString(),
                Contract.in(task.directory()).toString(),
                task.query().toString(),
                task.emitInterval().toMillis() + " milliseconds");
    }
}
