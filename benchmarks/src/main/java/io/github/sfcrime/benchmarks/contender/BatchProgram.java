package io.github.sfcrime.benchmarks.contender;

import java.util.List;

/** Counts a file of the same calls with DuckDB: what the question costs where all calls are there. */
record BatchProgram() implements ContenderProgram {

    @Override
    public String mainClass() {
        return BatchCount.class.getName();
    }

    @Override
    public String classPath() {
        return System.getProperty("java.class.path");
    }

    @Override
    public boolean knowsEndOfInput() {
        return true;
    }

    @Override
    public List<String> arguments(Task task) {
        return List.of(
                task.bootstrapServers(),
                task.topic(),
                task.id() + "-rows",
                Long.toString(task.records()),
                Integer.toString(task.parallelism()),
                task.query().toString(),
                task.directory().toString());
    }
}
