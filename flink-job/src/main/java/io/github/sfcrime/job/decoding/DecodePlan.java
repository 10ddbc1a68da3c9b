package io.github.sfcrime.job.decoding;

import static io.github.sfcrime.job.decoding.AvroBinary.afterBytes;
import static io.github.sfcrime.job.decoding.AvroBinary.afterFixed;
import static io.github.sfcrime.job.decoding.AvroBinary.afterNumber;
import static io.github.sfcrime.job.decoding.AvroBinary.branch;
import static io.github.sfcrime.job.decoding.AvroBinary.number;
import static io.github.sfcrime.job.decoding.AvroBinary.real;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.Leg;
import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.job.calls.Places;
import io.github.sfcrime.job.calls.SanFranciscoClock;
import io.github.sfcrime.schemas.MalformedRecordException;
import org.apache.avro.Schema;

/**
 * How to read the fields that the job counts by out of a call's Avro body, compiled from the schema that wrote it. Every
 * other field is stepped over without being decoded, to the end, so that a damaged body is noticed.
 */
final class DecodePlan {

    // Steps, each followed by its operand. Neighbours that are stepped over alike are one step, whose operand is how
    // many.
    static final int SKIP_NUMBERS = 0;
    static final int SKIP_BYTES = 1;
    static final int SKIP_NULLS_OR_NUMBERS = 2;
    static final int SKIP_NULLS_OR_BYTES = 3;
    /** Operand: the length. */
    static final int SKIP_FIXED = 4;
    /** Operand: which of the nested plans. */
    static final int SKIP_NESTED = 5;
    /** Of null and what the next step reads. Operand: the branch that is null. */
    static final int UNION = 6;

    static final int CALL_DATE_TIME = 7;
    static final int OTHER_CALL_DATE_TIME = 8;
    static final int TYPE = 9;
    static final int DISPOSITION = 10;
    static final int CRIME_ID = 11;
    /** Operand: which of {@link Places#KINDS}. */
    static final int PLACE = 12;

    /** Operand: which {@link Leg} it is the end of. */
    static final int STAGE = 13;

    static final int PRIORITY = 14;

    /** Operand: which of {@link Places#KINDS} it is as well. */
    static final int DISTRICT = 15;

    static final int LAST_UPDATE = 16;

    static final int LATITUDE = 17;
    static final int LONGITUDE = 18;

    /** Of both coordinates, behind all fields. Operand: which of {@link Places#KINDS} it is. */
    static final int HEXAGON = 19;

    private final int[] program;
    private final SkipPlan[] nested;
    private final CallTime time;
    private final CallTime[] stageTimes;
    private final CallTime lastUpdateTime;
    private final SanFranciscoClock clock = new SanFranciscoClock();

    /**
     * The plan for records that {@code writer} wrote.
     *
     * @throws IllegalArgumentException if one of the fields that are read is not there and must be, or is of a type that
     *     can't be read as what it is
     */
    DecodePlan(Schema writer, NeededFields needed) {
        PlanCompiler compiler = new PlanCompiler(writer, needed);
        program = compiler.program();
        nested = compiler.nested();
        time = compiler.time();
        stageTimes = compiler.stageTimes();
        lastUpdateTime = compiler.lastUpdateTime();
    }

    /**
     * Reads the body from {@code start} to {@code end} into the call's columns, in which nothing stands yet.
     *
     * @throws IndexOutOfBoundsException if the body does not fit the schema
     * @throws MalformedRecordException if a field that no call is without is null
     */
    void read(byte[] bytes, int start, int end, TextPools texts, CallBatch calls, int call)
            throws MalformedRecordException {
        int at = start;
        double latitude = Double.NaN;
        double longitude = Double.NaN;
        for (int step = 0; step < program.length; step += 2) {
            int operand = program[step + 1];
            switch (program[step]) {
                case SKIP_NUMBERS -> {
                    for (int i = 0; i < operand; i++) {
                        at = afterNumber(bytes, at);
                    }
                }
                case SKIP_BYTES -> {
                    for (int i = 0; i < operand; i++) {
                        at = afterBytes(bytes, at);
                    }
                }
                case SKIP_NULLS_OR_NUMBERS -> {
                    for (int i = 0; i < operand; i++) {
                        boolean isNull = branch(bytes, at, 2) == 0;
                        at = afterNumber(bytes, at);
                        at = isNull ? at : afterNumber(bytes, at);
                    }
                }
                case SKIP_NULLS_OR_BYTES -> {
                    for (int i = 0; i < operand; i++) {
                        boolean isNull = branch(bytes, at, 2) == 0;
                        at = afterNumber(bytes, at);
                        at = isNull ? at : afterBytes(bytes, at);
                    }
                }
                case SKIP_FIXED -> at = afterFixed(bytes, at, operand);
                case SKIP_NESTED -> at = nested[operand].over(bytes, at);
                case UNION -> {
                    boolean isNull = branch(bytes, at, 2) == operand;
                    at = afterNumber(bytes, at);
                    if (isNull) {
                        step += 2;
                        requireOptional(program[step]);
                    }
                }
                case CALL_DATE_TIME -> {
                    int behind = afterNumber(bytes, at);
                    calls.callDateTimes[call] = number(bytes, at, behind);
                    at = behind;
                }
                case OTHER_CALL_DATE_TIME -> {
                    calls.callDateTimes[call] = time.wallClock(number(bytes, at), clock);
                    at = afterNumber(bytes, at);
                }
                case TYPE -> {
                    int behind = afterBytes(bytes, at);
                    Text type = texts.types.get(bytes, afterNumber(bytes, at), behind);
                    calls.types[call] = type.string;
                    calls.typeHashes[call] = type.stringHash;
                    at = behind;
                }
                case DISPOSITION -> {
                    int behind = afterBytes(bytes, at);
                    int from = afterNumber(bytes, at);
                    if (from < behind) {
                        Text disposition = texts.dispositions.get(bytes, from, behind);
                        calls.dispositions[call] = disposition.string;
                        calls.dispositionHashes[call] = disposition.stringHash;
                    }
                    at = behind;
                }
                case CRIME_ID -> {
                    calls.crimeIds[call] = number(bytes, at);
                    at = afterNumber(bytes, at);
                }
                case PLACE -> {
                    int behind = afterBytes(bytes, at);
                    calls.places[call][operand] = texts.places.get(bytes, afterNumber(bytes, at), behind).string;
                    at = behind;
                }
                case STAGE -> {
                    int behind = afterNumber(bytes, at);
                    calls.stages[call][operand] = stageTimes[operand].wallClock(number(bytes, at, behind), clock);
                    at = behind;
                }
                case LAST_UPDATE -> {
                    int behind = afterNumber(bytes, at);
                    calls.lastUpdates[call] = lastUpdateTime.wallClock(number(bytes, at, behind), clock);
                    at = behind;
                }
                case PRIORITY -> {
                    int behind = afterBytes(bytes, at);
                    calls.priorities[call] = texts.dispositions.get(bytes, afterNumber(bytes, at), behind).string;
                    at = behind;
                }
                case DISTRICT -> {
                    int behind = afterBytes(bytes, at);
                    String district = texts.places.get(bytes, afterNumber(bytes, at), behind).string;
                    calls.districts[call] = district;
                    if (calls.places.length > 0) {
                        calls.places[call][operand] = district;
                    }
                    at = behind;
                }
                case LATITUDE -> {
                    latitude = real(bytes, at);
                    at += Double.BYTES;
                }
                case LONGITUDE -> {
                    longitude = real(bytes, at);
                    at += Double.BYTES;
                }
                case HEXAGON -> calls.places[call][operand] = texts.hexagons.at(latitude, longitude);
                default -> throw new IllegalStateException("no such step: " + program[step]);
            }
        }
        if (at != end) {
            throw new IndexOutOfBoundsException("bytes left over behind the record at byte " + at);
        }
    }

    private static void requireOptional(int step) throws MalformedRecordException {
        switch (step) {
            case CALL_DATE_TIME, OTHER_CALL_DATE_TIME -> throw new MalformedRecordException("call_date_time is null");
            case TYPE -> throw new MalformedRecordException("original_crime_type_name is null");
            case CRIME_ID -> throw new MalformedRecordException("crime_id is null");
            default -> {}
        }
    }
}
