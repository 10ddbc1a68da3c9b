package io.github.sfcrime.benchmarks.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.cli.UserErrorException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** This project's job as it was at a commit, built once, from a work tree of that commit, into a folder of the build. */
public final class EarlierJob {

    /** What the job at a commit is named by, as a contender: with the commit behind it. */
    public static final String PREFIX = "job@";

    private static final List<String> MAVEN = List.of(
            "mvn", "-q", "-B", "-DskipTests", "-Dspotless.check.skip=true", "package", "-pl", "flink-job", "-am");

    private final Path root;
    private final String commit;

    private EarlierJob(Path root, String commit) {
        this.root = root;
        this.commit = commit;
    }

    /** Whether that is a name of a job at a commit. */
    public static boolean isNamed(String contender) {
        return contender.startsWith(PREFIX);
    }

    /** The job at the commit, branch or tag that its name ends in, which the checkout must know. */
    public static EarlierJob named(Path root, String contender) {
        String revision = contender.substring(PREFIX.length());
        Ended asked = run(git(root, "rev-parse", "--verify", "--quiet", revision + "^{commit}"));
        if (asked.status != 0) {
            throw new UserErrorException("there is no commit " + revision + " in " + root);
        }
        return new EarlierJob(root, asked.output.strip());
    }

    /** Where its jar is, or will be. */
    public Path jar() {
        return folder().resolve(commit + ".jar");
    }

    /** Builds it where it is not built yet, which takes some minutes. */
    public void build() {
        if (Files.exists(jar())) {
            return;
        }
        Path tree = folder().resolve(commit);
        try {
            Files.createDirectories(folder());
            require(git(root, "worktree", "add", "--force", "--detach", tree.toString(), commit));
            require(new ProcessBuilder(MAVEN).directory(tree.toFile()));
            Files.move(tree.resolve("flink-job/target/sfcrime-flink-job.jar"), jar());
            require(git(root, "worktree", "remove", "--force", tree.toString()));
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot build the job of commit " + commit + ": " + e.getMessage(), e);
        }
    }

    private Path folder() {
        return root.resolve("benchmarks/target/jobs");
    }

    private void require(ProcessBuilder command) {
        Ended ended = run(command);
        if (ended.status != 0) {
            throw new BenchmarkFailure("cannot build the job of commit " + commit + ": "
                    + String.join(" ", command.command()) + " said: " + ended.output.strip());
        }
    }

    private static ProcessBuilder git(Path root, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder("git", "-C", root.toString());
        builder.command().addAll(List.of(arguments));
        return builder;
    }

    private static Ended run(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot run " + command.command().get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }

    private record Ended(int status, String output) {}
}
