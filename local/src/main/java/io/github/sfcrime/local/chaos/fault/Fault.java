package io.github.sfcrime.local.chaos.fault;

import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** How one kind of fault is brought about and ended. */
public interface Fault {

    /**
     * Brings it about, and ends it where it lasts.
     *
     * @return what was hit
     */
    String happen(Pipeline pipeline, PlannedFault planned) throws ExecutionException, InterruptedException, IOException;

    /** Whether the end of the job names what this fault has lost; only for those that must end it. */
    default boolean isNamedBy(String reason) {
        return false;
    }
}
