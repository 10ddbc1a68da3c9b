package io.github.sfcrime.job.calls;

import org.jspecify.annotations.Nullable;

/** A call for service as far as the job reads it. */
public class Call {

    /** Event time of a record that can't be counted: it moves no watermark. */
    public static final long NO_EVENT_TIME = Long.MIN_VALUE;

    /** {@code call_date_time}: San Francisco wall-clock time in milliseconds, as if it were UTC. */
    public long callDateTime = NO_EVENT_TIME;

    public String originalCrimeTypeName = "";
    public @Nullable String disposition;

    /** 0 unless it is among the {@link NeededFields}. */
    public long crimeId;

    /** By {@link Places#KINDS}, null where the call does not say; empty unless they are among the {@link NeededFields}. */
    public @Nullable String[] places = NO_PLACES;

    /** The time of each {@link Leg}'s stage, as {@link #callDateTime}; empty unless they are among the {@link NeededFields}. */
    public long[] stages = NO_STAGES;

    /** Null unless it is among the {@link NeededFields}. */
    public @Nullable String priority;

    /** Null unless it is among the {@link NeededFields}. */
    public @Nullable String district;

    /** When the source last changed the call, as {@link #callDateTime}; {@link #NO_STAGE} where it does not say or is not asked. */
    public long lastUpdate = NO_STAGE;

    /** Why the record can't be counted; null where it can. */
    public @Nullable Problem problem;

    /** Stands for the time of a stage that the call never came to, or of an update that is not told. */
    public static final long NO_STAGE = Long.MIN_VALUE;

    private static final String[] NO_PLACES = {};
    private static final long[] NO_STAGES = {};

    /** Makes it what was read of a call of a batch. */
    public void copyFrom(CallBatch batch, int i) {
        callDateTime = batch.callDateTimes[i];
        originalCrimeTypeName = batch.types[i];
        disposition = batch.dispositions[i];
        if (batch.crimeIds.length > 0) {
            crimeId = batch.crimeIds[i];
        }
        if (batch.places.length > 0) {
            places = batch.places[i];
        }
        if (batch.stages.length > 0) {
            stages = batch.stages[i];
            priority = batch.priorities[i];
            district = batch.districts[i];
        }
        if (batch.lastUpdates.length > 0) {
            lastUpdate = batch.lastUpdates[i];
        }
        problem = batch.problems[i];
    }
}
