package io.github.sfcrime.local.chaos.fault;

import io.github.sfcrime.local.chaos.pipeline.Pipeline;

/** Kills a process of the stack and starts it again. */
final class Kill implements Fault {

    private final String process;

    Kill(String process) {
        this.process = process;
    }

    @Override
    public String happen(Pipeline pipeline, PlannedFault planned) {
        pipeline.stack().kill(process);
        pipeline.stack().startAgain(process);
        return process;
    }
}
