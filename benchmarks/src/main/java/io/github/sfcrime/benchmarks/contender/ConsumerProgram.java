package io.github.sfcrime.benchmarks.contender;

import java.util.List;

/**
 * Reads all calls and counts nothing.
 *
 * @param decode whether it looks at the three needed fields, else at nothing
 */
record ConsumerProgram(boolean decode) implements ContenderProgram {

    @Override
    public String mainClass() {
        return PlainConsumer.class.getName();
    }

    @Override
    public String classPath() {
        return System.getProperty("java.class.path");
    }

    @Override
    public List<String> arguments(Task task) {
        return List.of(
                task.bootstrapServers(),
                task.topic(),
                Long.toString(task.records()),
                Integer.toString(task.parallelism()),
                Boolean.toString(decode));
    }
}
