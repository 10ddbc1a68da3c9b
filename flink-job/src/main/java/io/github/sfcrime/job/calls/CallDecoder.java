package io.github.sfcrime.job.calls;

import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.UnknownSchemaException;
import io.github.sfcrime.schemas.WireFormat;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Reads what the job counts by out of calls in our wire format, whichever known schema version wrote them. */
public final class CallDecoder {

    private static final long END_OF_YEAR_9999 = 253_402_300_799_999L;

    private final Map<Long, DecodePlan> plans = new HashMap<>();
    private final StringPool types = new StringPool();
    private final StringPool dispositions = new StringPool();
    private final AvroCursor body = new AvroCursor();
    private long lastFingerprint;
    private @Nullable DecodePlan lastPlan;

    /**
     * Fills {@code call} from its source record's value; what is wrong with one that is damaged goes into its problem.
     *
     * @throws UnknownSchemaException if a schema that this build does not carry wrote it
     */
    public void decode(CallRecord call) throws UnknownSchemaException {
        call.problem = null;
        byte[] value = call.source.value;
        if (value == null) {
            reject(call, "record has no value");
            return;
        }
        try {
            DecodePlan plan = plan(WireFormat.fingerprint(value));
            body.reset(value, WireFormat.HEADER_LENGTH);
            plan.read(body, types, dispositions, call);
            if (call.callDateTime < -END_OF_YEAR_9999 || call.callDateTime > END_OF_YEAR_9999) {
                reject(call, "call_date_time is beyond the year 9999: " + call.callDateTime);
            }
        } catch (UnknownSchemaException e) {
            throw e;
        } catch (MalformedRecordException | IndexOutOfBoundsException e) {
            reject(call, "not a call for service: " + e.getMessage());
        }
    }

    private DecodePlan plan(long fingerprint) throws MalformedRecordException {
        DecodePlan plan = lastPlan;
        if (plan == null || fingerprint != lastFingerprint) {
            plan = plans.get(fingerprint);
            if (plan == null) {
                plan = new DecodePlan(callSchema(fingerprint));
                plans.put(fingerprint, plan);
            }
            lastPlan = plan;
            lastFingerprint = fingerprint;
        }
        return plan;
    }

    private static Schema callSchema(long fingerprint) throws MalformedRecordException {
        Schema schema = KnownSchemas.withFingerprint(fingerprint);
        if (!schema.getFullName().equals(CallForService.SCHEMA$.getFullName())) {
            throw new MalformedRecordException("it is a " + schema.getName());
        }
        return schema;
    }

    private static void reject(CallRecord call, String problem) {
        call.problem = problem;
        call.callDateTime = CallRecord.NO_EVENT_TIME;
        call.originalCrimeTypeName = "";
        call.disposition = null;
    }
}
