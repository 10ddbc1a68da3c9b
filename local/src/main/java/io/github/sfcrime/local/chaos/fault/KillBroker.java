package io.github.sfcrime.local.chaos.fault;

import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import java.util.List;

/** Kills one of the brokers, and starts it again. */
final class KillBroker implements Fault {

    @Override
    public String happen(Pipeline pipeline, PlannedFault planned) {
        return new Kill(target(pipeline, planned)).happen(pipeline, planned);
    }

    /** The broker that a fault hits. */
    static String target(Pipeline pipeline, PlannedFault planned) {
        List<String> brokers = pipeline.stack().running().stream()
                .filter(name -> name.startsWith("broker"))
                .toList();
        return brokers.get(planned.oneOf(brokers.size()));
    }
}
