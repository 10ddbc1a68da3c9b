package io.github.sfcrime.local;

import io.github.sfcrime.local.process.JavaCommand;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.process.StackFailure;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.FlinkInstallation;
import io.github.sfcrime.local.stack.Stack;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Flink's own command line client against a stack's cluster, in a JVM that stays for the next command: what is a second for
 * whoever submits one job are minutes for tests that submit a hundred.
 */
final class WarmClient implements AutoCloseable {

    private static final Path TESTS = Checkout.find().root().resolve("local/target/test-classes");

    private final Process process;
    private final DataOutputStream commands;
    private final DataInputStream answers;

    private WarmClient(Process process) {
        this.process = process;
        commands = new DataOutputStream(process.getOutputStream());
        answers = new DataInputStream(process.getInputStream());
    }

    static WarmClient of(Stack stack) throws IOException {
        StackDirectory directory = StackDirectory.at(stack.directory());
        Processes processes = new Processes(directory);
        FlinkInstallation flink = new FlinkInstallation(directory, processes, Checkout.find());
        JavaCommand loop = flink.command(ClientLoop.class.getName())
                .classPath(List.of(TESTS, Checkout.find().classes("local")))
                .jvm(directory.logOption("client"))
                .jvm("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        return new WarmClient(processes.start(processes
                .builder(loop)
                .redirectError(directory.console("client").toFile())));
    }

    /** Runs it with those arguments, such as {@code run -d JAR --bounded true}, keeping what it prints. */
    synchronized ClientRun run(List<String> arguments) {
        try {
            commands.writeInt(arguments.size());
            for (String argument : arguments) {
                commands.writeUTF(argument);
            }
            commands.flush();
            int exitCode = answers.readInt();
            String output = new String(answers.readNBytes(answers.readInt()), StandardCharsets.UTF_8);
            return new ClientRun(exitCode, output.lines().toList());
        } catch (IOException e) {
            throw new StackFailure("cannot run Flink's client: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
