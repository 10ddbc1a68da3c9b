package io.github.sfcrime.local.chaos.fault;

import io.github.sfcrime.local.chaos.pipeline.Pipeline;

/** Stops a process of the stack where it is, and lets it go on. */
final class Pause implements Fault {

    private final String process;

    Pause(String process) {
        this.process = process;
    }

    @Override
    public String happen(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        pipeline.stack().pause(process);
        try {
            Thread.sleep(planned.lasting().toMillis());
        } finally {
            pipeline.stack().resume(process);
        }
        return process + " for " + planned.lasting().toSeconds() + " s";
    }
}
