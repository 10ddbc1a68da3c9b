package io.github.sfcrime.benchmarks.workload;

import io.github.sfcrime.schemas.KnownSchemas;
import org.apache.avro.Schema;

/**
 * What the calls of every workload are written by: the second version of the calls' schema, also once there are later ones, so
 * that the job as it was at an earlier commit can read them, and what was measured then stays comparable. The programs beside the
 * job name it themselves.
 */
public final class WorkloadSchema {

    /** The schema; a workload's calls have nothing that it lacks. */
    public static final Schema CALLS = KnownSchemas.earlier("call-for-service-2.avsc");

    private WorkloadSchema() {}
}
