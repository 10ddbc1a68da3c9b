package io.github.sfcrime.local.chaos.fault;

import io.github.sfcrime.local.stack.Delivery;
import java.util.EnumSet;
import java.util.Locale;

/** The kinds of faults, what happens in each, and how it must end. */
public enum FaultKind {
    TASKMANAGER_KILL("kill -9 of a TaskManager that runs tasks"),
    TASKMANAGER_KILL_BURST("kill -9 of TaskManagers, three times within seconds"),
    TASKMANAGER_PAUSE("SIGSTOP of a TaskManager for up to 60 s, then SIGCONT"),
    JOBMANAGER_KILL("kill -9 of the JobManager that leads, beside which there is another"),
    JOBMANAGER_PAUSE("SIGSTOP of the JobManager that leads for up to 60 s, then SIGCONT"),
    ZOOKEEPER_KILL("kill -9 of ZooKeeper, which is started again"),
    BROKER_KILL("kill -9 of a broker, which is started again"),
    BROKER_PAUSE("SIGSTOP of a broker for up to 60 s, then SIGCONT"),
    POSTGRES_KILL("kill -9 of PostgreSQL, which is started again; the job writes into it too then"),
    LOADER_KILL("kill -9 of the loader, which goes on where it was"),
    ALL_KILL("kill -9 of every process at once, the loader too"),
    POISON("records that are no calls, of every kind, 20 a second"),
    SAVEPOINT("stop with a savepoint, and start from it"),
    RESCALE("stop with a savepoint, and start with 1, 4 and 2 subtasks"),
    PARTITION_ADDED("one more partition of the topic of calls"),
    CLOCK_JUMP("calls whose times jump hours ahead and back, 20 a second"),
    BURST("ten times as many calls as before, for up to 60 s"),
    CHECKPOINTS_AWAY("no folder for checkpoints for up to 60 s"),
    CHECKPOINT_DAMAGED("files of the latest checkpoint that are cut in half when the job restarts, for up to 60 s"),
    TASKMANAGER_DISK("a disk that is full for a TaskManager for up to 60 s"),
    JOBMANAGER_DISK("a disk that is full for the JobManager that leads for up to 60 s"),
    BROKER_DISK("a disk that is full for a broker for up to 60 s"),
    TASKMANAGER_CUT("a network that cuts a TaskManager off for up to 60 s"),
    JOBMANAGER_CUT("a network that cuts the JobManager that leads off for up to 60 s"),
    ZOOKEEPER_CUT("a network that cuts ZooKeeper off for up to 60 s"),
    BROKER_CUT("a network that cuts a broker off for up to 60 s"),
    RETENTION("calls are deleted before they are read", Outcome.LOUD_STOP),
    DAMAGE("a bit is turned over in calls before they are read", Outcome.LOUD_STOP),
    CHECKPOINTS_GONE("checkpoints that are gone for good when the job restarts", Outcome.LOUD_STOP),
    OUTAGE("no TaskManagers for longer than a transaction may last, before its commit", Outcome.LOUD_STOP);

    private final String description;
    private final Outcome outcome;

    FaultKind(String description) {
        this(description, Outcome.EXACT);
    }

    FaultKind(String description, Outcome outcome) {
        this.description = description;
        this.outcome = outcome;
    }

    String description() {
        return description;
    }

    /** How it must end with that delivery: at least once there are no transactions to be lost. */
    public Outcome outcome(Delivery delivery) {
        return this == OUTAGE && delivery == Delivery.AT_LEAST_ONCE ? Outcome.EXACT : outcome;
    }

    /** Whether it takes high availability to go on after it. */
    public boolean needsStandby() {
        return EnumSet.of(
                        JOBMANAGER_KILL,
                        JOBMANAGER_PAUSE,
                        JOBMANAGER_DISK,
                        JOBMANAGER_CUT,
                        ZOOKEEPER_KILL,
                        ZOOKEEPER_CUT,
                        ALL_KILL)
                .contains(this);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
