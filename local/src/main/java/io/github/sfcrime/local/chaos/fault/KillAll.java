package io.github.sfcrime.local.chaos.fault;

import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.stack.Stack;
import java.util.List;

/** Kills the loader and every process of the stack at once, and starts them again. */
final class KillAll implements Fault {

    @Override
    public String happen(Pipeline pipeline, PlannedFault planned) throws InterruptedException {
        Stack stack = pipeline.stack();
        List<String> targets = stack.running();
        pipeline.loader().kill();
        targets.forEach(stack::kill);
        targets.forEach(stack::startAgain);
        pipeline.loader().ensureRunning();
        return "loader, " + String.join(", ", targets);
    }
}
