package io.github.sfcrime.local.chaos.injection;

import io.github.sfcrime.local.chaos.fault.FaultKind;
import io.github.sfcrime.local.chaos.fault.PlannedFault;
import io.github.sfcrime.local.chaos.pipeline.Pipeline;
import io.github.sfcrime.local.chaos.pipeline.PipelineSettings;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** How one kind of fault is brought about and ended. */
public interface Injection {

    /** That of a kind. */
    static Injection of(FaultKind kind) {
        return switch (kind) {
            case TASKMANAGER_KILL -> new KillTaskManagers(1);
            case TASKMANAGER_KILL_BURST -> new KillTaskManagers(3);
            case TASKMANAGER_PAUSE -> new Pause(Target::busyTaskManager);
            case JOBMANAGER_KILL -> new Kill(Target::leadingJobManager);
            case JOBMANAGER_PAUSE -> new Pause(Target::leadingJobManager);
            case ZOOKEEPER_KILL -> new Kill(Target::zooKeeper);
            case BROKER_KILL -> new Kill(Target::broker);
            case BROKER_PAUSE -> new Pause(Target::broker);
            case POSTGRES_KILL -> new Kill(Target::postgres);
            case LOADER_KILL -> new KillLoader();
            case ALL_KILL -> new KillAll();
            case POISON -> new SendPoison();
            case SAVEPOINT -> new StopWithSavepoint(PipelineSettings.PARALLELISM);
            case RESCALE -> new StopWithSavepoint(1, 4, 2);
            case PARTITION_ADDED -> new AddPartition();
            case CLOCK_JUMP -> SendMoreCalls.ofOtherTimes();
            case BURST -> SendMoreCalls.tenTimesAsMany();
            case CHECKPOINTS_AWAY -> new TakeCheckpointFolderAway();
            case CHECKPOINT_DAMAGED -> new DamageCheckpoint();
            case TASKMANAGER_DISK -> new FillDisk(Target::busyTaskManager);
            case JOBMANAGER_DISK -> new FillDisk(Target::leadingJobManager);
            case BROKER_DISK -> new FillDisk(Target::broker);
            case TASKMANAGER_CUT -> new CutOff(Target::busyTaskManager);
            case JOBMANAGER_CUT -> new CutOff(Target::leadingJobManager);
            case ZOOKEEPER_CUT -> new CutOff(Target::zooKeeper);
            case BROKER_CUT -> new CutOff(Target::broker);
            case RETENTION -> new DeleteUnreadCalls();
            case DAMAGE -> new DamageUnreadCalls();
            case CHECKPOINTS_GONE -> new RemoveCheckpoints();
            case OUTAGE -> new OutlastTransactions();
        };
    }

    /**
     * Brings it about, and ends it where it lasts.
     *
     * @return what was hit
     */
    String inject(Pipeline pipeline, PlannedFault planned) throws ExecutionException, InterruptedException, IOException;

    /** Whether this machine has what it takes, and lets this user do it. */
    default boolean isPossible() throws InterruptedException {
        return true;
    }

    /** Whether the end of the job names what this fault has lost; only for those that must end it. */
    default boolean isNamedBy(String reason) {
        return false;
    }
}
