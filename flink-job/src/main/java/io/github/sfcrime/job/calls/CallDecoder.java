package io.github.sfcrime.job.calls;

import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.UnknownSchemaException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what the job counts by out of calls, whichever known schema version wrote them. */
public final class CallDecoder {

    private static final long END_OF_YEAR_9999 = 253_402_300_799_999L;

    private final NeededFields needed;
    private final DecodePlans plans;
    private final TextPools texts = new TextPools();

    /** A decoder that reads a call's time, type and disposition, in our own wire format. */
    public CallDecoder() {
        this(new NeededFields(false, false), null);
    }

    /** A decoder that reads those fields too; with a registry it reads the Confluent format too. */
    public CallDecoder(NeededFields needed, @Nullable SchemaRegistry registry) {
        this.needed = needed;
        plans = new DecodePlans(needed, registry);
    }

    /** A call to {@link #decode} into. */
    public CallRecord newCall() {
        CallRecord call = new CallRecord();
        if (needed.places()) {
            call.places = new String[Places.FIELDS.size()];
        }
        return call;
    }

    /**
     * Fills {@code call} from its source record's value; what is wrong with one that can't be read goes into its problem,
     * and whether that is its schema's.
     *
     * @throws IOException if the registry does not answer
     */
    public void decode(CallRecord call) throws IOException {
        call.problem = null;
        call.fromFuture = false;
        call.unknownSchema = false;
        byte[] value = call.source.value;
        if (value == null) {
            reject(call, "record has no value");
            return;
        }
        try {
            DecodePlan plan = plans.of(value);
            plan.read(value, DecodePlans.headerLength(value), texts, call);
            if (call.callDateTime < -END_OF_YEAR_9999 || call.callDateTime > END_OF_YEAR_9999) {
                reject(call, "call_date_time is beyond the year 9999: " + call.callDateTime);
            }
        } catch (UnknownSchemaException e) {
            reject(call, String.valueOf(e.getMessage()));
            call.unknownSchema = true;
        } catch (MalformedRecordException | IndexOutOfBoundsException e) {
            reject(call, "not a call for service: " + e.getMessage());
        }
    }

    private static void reject(CallRecord call, String problem) {
        call.problem = problem;
        call.callDateTime = CallRecord.NO_EVENT_TIME;
        call.originalCrimeTypeName = "";
        call.disposition = null;
        call.crimeId = 0;
        Arrays.fill(call.places, null);
    }
}
