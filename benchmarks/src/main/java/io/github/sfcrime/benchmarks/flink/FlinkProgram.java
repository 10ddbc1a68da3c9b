package io.github.sfcrime.benchmarks.flink;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Flink job as {@code flink run} takes it.
 *
 * @param name what it is called in reports
 * @param jar its jar
 * @param mainClass the class to run, the empty string for the one that the jar names
 * @param countedBy what the name of the metric that tells how many calls it has taken in ends like
 */
public record FlinkProgram(String name, Path jar, String mainClass, Pattern countedBy) {

    private static final Pattern CALLS_IN = Pattern.compile("\\.sfcrime\\.callsIn$");
    private static final Pattern READ_BY_SOURCE = Pattern.compile("Source__Read_calls\\.numRecordsIn$");
    /** The connector names its source by the table. */
    private static final Pattern READ_BY_TABLE = Pattern.compile("Source__KafkaSource-.*crime_data\\.numRecordsIn$");

    /** This project's job. */
    public static FlinkProgram job(Path root) {
        return new FlinkProgram("job", root.resolve("flink-job/target/sfcrime-flink-job.jar"), "", CALLS_IN);
    }

    /** This project's job as it was at a commit. */
    public static FlinkProgram job(String name, EarlierJob earlier) {
        return new FlinkProgram(name, earlier.jar(), "", CALLS_IN);
    }

    /** This project's job by its other entry, in SQL. */
    public static FlinkProgram sqlTwin(Path root) {
        return new FlinkProgram("sql-twin", job(root).jar, "io.github.sfcrime.job.sql.CountCallsSql", READ_BY_TABLE);
    }

    /** Running totals with Flink's keyed process function. */
    public static FlinkProgram standardTotals(Path root, String name) {
        return new FlinkProgram(
                name, standardJar(root), "io.github.sfcrime.benchmarks.window.StandardTotals", READ_BY_SOURCE);
    }

    /** Flink's own keyed windows. */
    public static FlinkProgram standardWindow(Path root, String name) {
        return new FlinkProgram(name, standardJar(root), "", READ_BY_SOURCE);
    }

    private static Path standardJar(Path root) {
        return root.resolve("benchmarks/standard-window/target/sfcrime-standard-window.jar");
    }

    /** Fails with what to do about it where it is not built. */
    public void requireBuilt() {
        if (!Files.exists(jar)) {
            throw new BenchmarkFailure("cannot run " + name + ": " + jar
                    + " is not built: run mvn -DskipTests package -pl benchmarks -am first");
        }
    }

    /** Submits it; {@code options} are the client's own, such as {@code -p 2}. */
    public SubmittedJob submit(Stack stack, List<String> options, List<String> arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("run", "-d"));
        command.addAll(options);
        if (!mainClass.isEmpty()) {
            command.addAll(List.of("-c", mainClass));
        }
        command.add(jar.toString());
        command.addAll(arguments);
        ClientRun run = stack.flink(command);
        String id = run.jobId()
                .orElseThrow(() -> new BenchmarkFailure(
                        "cannot run " + name + ": Flink's client said " + String.join(" ", run.output())));
        return new SubmittedJob(this, stack.rest(), id);
    }
}
