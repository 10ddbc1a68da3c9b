package io.github.sfcrime.job.decoding;

import io.github.sfcrime.job.calls.Leg;
import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.job.calls.Places;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/** Makes the steps of a {@link DecodePlan} out of a writer's schema. */
final class PlanCompiler {

    private final NeededFields needed;
    private final List<SkipPlan> nested = new ArrayList<>();
    private final CallTime[] stageTimes = new CallTime[Leg.values().length];
    private CallTime time = CallTime.LOCAL_TIMESTAMP_MILLIS;
    private CallTime lastUpdateTime = CallTime.LOCAL_TIMESTAMP_MILLIS;
    private int[] program = {};
    /** Whether the last step takes what the next field is, too: not so behind a union, which is about one value. */
    private boolean lastMayGrow;

    /**
     * Compiles the schema.
     *
     * @throws IllegalArgumentException if one of the fields that are read is not there and must be, or is of a type that
     *     can't be read as what it is
     */
    PlanCompiler(Schema writer, NeededFields needed) {
        this.needed = needed;
        writer.getFields().forEach(field -> add(field.name(), field.schema()));
        requireRead(DecodePlan.TYPE, "original_crime_type_name");
        if (needed.crimeId()) {
            requireRead(DecodePlan.CRIME_ID, "crime_id");
        }
        if (!isRead(DecodePlan.OTHER_CALL_DATE_TIME)) {
            requireRead(DecodePlan.CALL_DATE_TIME, "call_date_time");
        }
        if (isRead(DecodePlan.LATITUDE) && isRead(DecodePlan.LONGITUDE)) {
            addStep(DecodePlan.HEXAGON, Places.KINDS.indexOf(Places.HEXAGON));
        }
    }

    int[] program() {
        return program;
    }

    SkipPlan[] nested() {
        return nested.toArray(SkipPlan[]::new);
    }

    /** What the number of a call's time says. */
    CallTime time() {
        return time;
    }

    /** What the number of each stage's time says, by its leg. */
    CallTime[] stageTimes() {
        return stageTimes;
    }

    /** What the number of the last update's time says. */
    CallTime lastUpdateTime() {
        return lastUpdateTime;
    }

    private void requireRead(int step, String field) {
        if (!isRead(step)) {
            throw new IllegalArgumentException("it has no " + field);
        }
    }

    private boolean isRead(int step) {
        return IntStream.range(0, program.length / 2).anyMatch(i -> program[2 * i] == step);
    }

    private void add(String field, Schema schema) {
        int nullBranch = nullBranch(schema);
        if (nullBranch < 0) {
            addValue(field, schema);
            return;
        }
        Schema value = schema.getTypes().get(1 - nullBranch);
        if (nullBranch == 0 && !needed.contains(field) && SkipPlan.isNumber(value)) {
            addSkip(DecodePlan.SKIP_NULLS_OR_NUMBERS);
        } else if (nullBranch == 0 && !needed.contains(field) && SkipPlan.isBytes(value)) {
            addSkip(DecodePlan.SKIP_NULLS_OR_BYTES);
        } else {
            addStep(DecodePlan.UNION, nullBranch);
            addValue(field, value);
            lastMayGrow = false;
        }
    }

    private static int nullBranch(Schema schema) {
        if (!schema.isUnion() || schema.getTypes().size() != 2 || !schema.isNullable()) {
            return -1;
        }
        return schema.getTypes().get(0).getType() == Schema.Type.NULL ? 0 : 1;
    }

    private void addValue(String field, Schema value) {
        if (!needed.contains(field)) {
            addSkipped(value);
            return;
        }
        switch (field) {
            case "call_date_time" -> addTime(value);
            case "original_crime_type_name" -> addText(field, value, DecodePlan.TYPE, 0);
            case "disposition" -> addOptionalText(field, value, DecodePlan.DISPOSITION, 0);
            case "crime_id" -> addNumber(field, value);
            case NeededFields.LAST_UPDATE -> addLastUpdate(field, value);
            case Places.LATITUDE -> addCoordinate(field, value, DecodePlan.LATITUDE);
            case Places.LONGITUDE -> addCoordinate(field, value, DecodePlan.LONGITUDE);
            case "priority" -> addOptionalText(field, value, DecodePlan.PRIORITY, 0);
            default -> addPlaceOrStage(field, value);
        }
    }

    private void addPlaceOrStage(String field, Schema value) {
        Optional<Leg> leg = Leg.to(field);
        if (leg.isPresent()) {
            addStage(field, value, leg.get());
        } else {
            int step = needed.stages() && field.equals(NeededFields.DISTRICT) ? DecodePlan.DISTRICT : DecodePlan.PLACE;
            addOptionalText(field, value, step, Places.KINDS.indexOf(field));
        }
    }

    @SuppressWarnings("EnumOrdinal") // The operand of a step that is made and taken in this process.
    private void addStage(String field, Schema value, Leg leg) {
        if (value.getType() == Schema.Type.NULL) {
            addSkipped(value);
            return;
        }
        stageTimes[leg.ordinal()] = timeOf(field, value);
        addStep(DecodePlan.STAGE, leg.ordinal());
    }

    private void addLastUpdate(String field, Schema value) {
        if (value.getType() == Schema.Type.NULL) {
            addSkipped(value);
            return;
        }
        lastUpdateTime = timeOf(field, value);
        addStep(DecodePlan.LAST_UPDATE, 0);
    }

    private static CallTime timeOf(String field, Schema value) {
        CallTime time = CallTime.of(field, value);
        require(field, value, value.getType() == Schema.Type.LONG, "a long");
        return time;
    }

    private void addTime(Schema value) {
        time = timeOf("call_date_time", value);
        addStep(
                time == CallTime.LOCAL_TIMESTAMP_MILLIS ? DecodePlan.CALL_DATE_TIME : DecodePlan.OTHER_CALL_DATE_TIME,
                0);
    }

    /** Avro reads bytes as texts, and writes both alike. */
    private void addText(String field, Schema value, int step, int operand) {
        boolean plainBytes = value.getType() == Schema.Type.BYTES && value.getProp("logicalType") == null;
        require(field, value, value.getType() == Schema.Type.STRING || plainBytes, "a string");
        addStep(step, operand);
    }

    private void addOptionalText(String field, Schema value, int step, int operand) {
        if (value.getType() == Schema.Type.NULL) {
            addSkipped(value);
        } else {
            addText(field, value, step, operand);
        }
    }

    /** Avro reads ints as longs, and writes both alike. */
    private void addNumber(String field, Schema value) {
        boolean whole = value.getType() == Schema.Type.LONG || value.getType() == Schema.Type.INT;
        require(field, value, whole && value.getProp("logicalType") == null, "a long");
        addStep(DecodePlan.CRIME_ID, 0);
    }

    private void addCoordinate(String field, Schema value, int step) {
        if (value.getType() == Schema.Type.NULL) {
            addSkipped(value);
            return;
        }
        require(field, value, value.getType() == Schema.Type.DOUBLE, "a double");
        addStep(step, 0);
    }

    private static void require(String field, Schema value, boolean readable, String type) {
        if (!readable) {
            throw new IllegalArgumentException(field + " must be " + type + ": " + value);
        }
    }

    private void addSkipped(Schema value) {
        if (SkipPlan.isNumber(value)) {
            addSkip(DecodePlan.SKIP_NUMBERS);
        } else if (SkipPlan.isBytes(value)) {
            addSkip(DecodePlan.SKIP_BYTES);
        } else if (SkipPlan.isFixed(value)) {
            addStep(DecodePlan.SKIP_FIXED, SkipPlan.fixedLength(value));
        } else {
            addStep(DecodePlan.SKIP_NESTED, nested.size());
            nested.add(SkipPlan.of(value));
        }
    }

    private void addSkip(int step) {
        if (lastMayGrow && program[program.length - 2] == step) {
            program[program.length - 1]++;
        } else {
            addStep(step, 1);
            lastMayGrow = true;
        }
    }

    private void addStep(int step, int operand) {
        program = Arrays.copyOf(program, program.length + 2);
        program[program.length - 2] = step;
        program[program.length - 1] = operand;
        lastMayGrow = false;
    }
}
