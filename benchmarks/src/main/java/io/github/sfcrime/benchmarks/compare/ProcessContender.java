package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.RadioCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A program of its own, told all by arguments, that prints how far it is as lines {@code records N}. */
final class ProcessContender implements Contender {

    /** The heap of every contender that is one process. */
    private static final List<String> JVM = List.of("-Xms2g", "-Xmx2g", "-XX:+UseG1GC");

    /** What Spark's own launcher adds on Java 17. */
    private static final List<String> SPARK_JVM = List.of(
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

    /** What Hazelcast advises on Java 17, and short pauses, as a member of a cluster has to answer. */
    private static final List<String> JET_JVM = List.of(
            "-XX:MaxGCPauseMillis=10",
            "--add-modules=java.se",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

    private final String name;
    private final boolean counts;
    private final String mainClass;
    private final List<String> jvm;
    private final Supplier<String> classPath;
    private final Function<Task, List<String>> arguments;

    private ProcessContender(
            String name,
            boolean counts,
            String mainClass,
            List<String> jvm,
            Supplier<String> classPath,
            Function<Task, List<String>> arguments) {
        this.name = name;
        this.counts = counts;
        this.mainClass = mainClass;
        this.jvm = jvm;
        this.classPath = classPath;
        this.arguments = arguments;
    }

    /** A consumer that reads all, and looks at the three needed fields or at nothing. */
    static ProcessContender consumer(String name, boolean decode) {
        return new ProcessContender(
                name,
                false,
                PlainConsumer.class.getName(),
                List.of(),
                () -> System.getProperty("java.class.path"),
                task -> List.of(
                        task.bootstrapServers(),
                        task.topic(),
                        Long.toString(task.records()),
                        Integer.toString(task.parallelism()),
                        Boolean.toString(decode)));
    }

    /** Kafka Streams. */
    static ProcessContender kafkaStreams(Path root) {
        return new ProcessContender(
                "kafka-streams",
                true,
                "io.github.sfcrime.benchmarks.streams.StreamsCounts",
                List.of(),
                () -> program(root.resolve("benchmarks/streams"), "mvn -DskipTests package -pl benchmarks -am"),
                task -> List.of(
                        task.id(),
                        task.bootstrapServers(),
                        task.topic(),
                        task.closingTopic(),
                        task.id() + "-rows",
                        Integer.toString(task.parallelism()),
                        task.unevenness().toString(),
                        task.directory().toString(),
                        task.query().toString(),
                        task.emitInterval().toString()));
    }

    /** Spark Structured Streaming. */
    static ProcessContender spark(Path root) {
        return new ProcessContender(
                "spark",
                true,
                "io.github.sfcrime.benchmarks.spark.SparkCounts",
                SPARK_JVM,
                () -> program(root.resolve("benchmarks/spark"), "mvn -Pfull -DskipTests package -pl benchmarks -am"),
                task -> List.of(
                        task.bootstrapServers(),
                        task.topic(),
                        task.closingTopic(),
                        task.id() + "-rows",
                        Integer.toString(task.parallelism()),
                        task.watermarkBound().toSeconds() + " seconds",
                        task.directory().toString(),
                        contract(task.directory()).toString(),
                        task.query().toString(),
                        task.emitInterval().toMillis() + " milliseconds"));
    }

    /** Hazelcast Jet, which counts in windows only. */
    static ProcessContender jet(Path root) {
        return new ProcessContender(
                "jet",
                true,
                "io.github.sfcrime.benchmarks.jet.JetCounts",
                JET_JVM,
                () -> program(root.resolve("benchmarks/jet"), "mvn -Pfull -DskipTests package -pl benchmarks -am"),
                task -> List.of(
                        task.id(),
                        task.bootstrapServers(),
                        task.topic(),
                        task.closingTopic(),
                        task.id() + "-rows",
                        Integer.toString(task.parallelism()),
                        task.watermarkBound().toString()));
    }

    /** The schemas and the radio codes as files, for a program whose libraries are not ours. */
    private static Path contract(Path directory) {
        try {
            Path folder = Files.createDirectories(directory.resolve("contract"));
            Files.writeString(
                    folder.resolve("call.avsc"), CallForService.getClassSchema().toString());
            Files.writeString(
                    folder.resolve("row.avsc"),
                    io.github.sfcrime.schemas.CallCount.getClassSchema().toString());
            Files.writeString(
                    folder.resolve("key.avsc"),
                    io.github.sfcrime.schemas.CallCountKey.getClassSchema().toString());
            Files.writeString(
                    folder.resolve("total.avsc"),
                    io.github.sfcrime.schemas.CallTotal.getClassSchema().toString());
            Files.writeString(
                    folder.resolve("total-key.avsc"),
                    io.github.sfcrime.schemas.CallTotalKey.getClassSchema().toString());
            List<String> codes = new ArrayList<>();
            for (Map.Entry<String, String> code : RadioCodes.builtIn().entrySet()) {
                codes.add(code.getKey() + "\t" + code.getValue());
            }
            Files.write(folder.resolve("radio-codes.tsv"), codes);
            return folder;
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    private static String program(Path module, String howToBuild) {
        Path libraries = module.resolve("target/classpath");
        try {
            return module.resolve("target/classes") + ":"
                    + Files.readString(libraries).strip();
        } catch (IOException e) {
            throw new BenchmarkFailure(
                    "cannot run a contender: " + libraries + " is not built: run " + howToBuild + " first", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean counts() {
        return counts;
    }

    @Override
    public boolean needsClosingCalls() {
        return counts;
    }

    @Override
    public String outputTopic(Task task) {
        return task.id() + "-rows";
    }

    @Override
    public void requireBuilt() {
        // Fails where a part of it is missing.
        var unused = classPath.get();
    }

    @Override
    public Run start(Task task) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(jvm);
        command.add(mainClass);
        command.addAll(arguments.apply(task));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", classPath.get());
        return ProcessRun.start(name, builder, task.directory().resolve("contender.log"));
    }
}
