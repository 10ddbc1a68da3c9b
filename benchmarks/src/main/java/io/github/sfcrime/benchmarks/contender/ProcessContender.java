package io.github.sfcrime.benchmarks.contender;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A contender that is one process.
 *
 * @param name what it is called
 * @param counts whether it counts
 * @param program what is run
 */
record ProcessContender(String name, boolean counts, ContenderProgram program) implements Contender {

    /** The heap of every such contender. */
    private static final List<String> HEAP = List.of("-Xms2g", "-Xmx2g", "-XX:+UseG1GC");

    @Override
    public boolean needsClosingCalls() {
        return counts && !program.knowsEndOfInput();
    }

    @Override
    public String outputTopic(Task task) {
        return task.id() + "-rows";
    }

    @Override
    public void requireBuilt() {
        // Fails where a part of it is missing.
        var unused = program.classPath();
    }

    @Override
    public Run start(Task task) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HEAP);
        command.addAll(program.jvm());
        command.add(program.mainClass());
        command.addAll(program.arguments(task));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", program.classPath());
        return ProcessRun.start(name, builder, task.directory().resolve("contender.log"));
    }
}
