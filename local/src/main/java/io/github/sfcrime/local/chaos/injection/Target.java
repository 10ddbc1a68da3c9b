package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.stack.Postgres;
import io.github.sfcrime.local.stack.Stack;
import java.util.List;

/** Chooses the process of the stack that a fault hits. */
interface Target {

    String of(Pipeline pipeline, PlannedFault planned);

    /** A TaskManager that runs the job's tasks. */
    static String busyTaskManager(Pipeline pipeline, PlannedFault planned) {
        List<String> busy = pipeline.job().taskManagers();
        return busy.get(planned.oneOf(busy.size()));
    }

    static String leadingJobManager(Pipeline pipeline, PlannedFault planned) {
        return LeadingJobManager.of(pipeline.stack());
    }

    static String zooKeeper(Pipeline pipeline, PlannedFault planned) {
        return "zookeeper";
    }

    static String postgres(Pipeline pipeline, PlannedFault planned) {
        return Postgres.NAME;
    }

    static String broker(Pipeline pipeline, PlannedFault planned) {
        List<String> brokers = running(pipeline.stack(), "broker");
        return brokers.get(planned.oneOf(brokers.size()));
    }

    /** The processes that run and whose names begin so. */
    static List<String> running(Stack stack, String prefix) {
        return stack.processes().runningNames().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }
}
