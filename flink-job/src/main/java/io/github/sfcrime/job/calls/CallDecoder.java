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

    /** A batch of so many calls to {@link #decode} into. */
    public CallBatch newBatch(int size) {
        return new CallBatch(size, needed);
    }

    /**
     * Fills a call of a new batch from its record's value; what is wrong with one that can't be read becomes its problem.
     *
     * @throws IOException if the registry does not answer
     */
    public void decode(CallBatch batch, int call) throws IOException {
        byte[] value = batch.values[call];
        if (value == null) {
            reject(batch, call, Problem.Kind.MALFORMED, "record has no value");
            return;
        }
        try {
            plans.of(value).read(value, DecodePlans.headerLength(value), texts, batch, call);
            long time = batch.callDateTimes[call];
            if (time < -END_OF_YEAR_9999 || time > END_OF_YEAR_9999) {
                reject(batch, call, Problem.Kind.MALFORMED, "call_date_time is beyond the year 9999: " + time);
            }
        } catch (UnknownSchemaException e) {
            reject(batch, call, Problem.Kind.UNKNOWN_SCHEMA, String.valueOf(e.getMessage()));
        } catch (MalformedRecordException | IndexOutOfBoundsException e) {
            reject(batch, call, Problem.Kind.MALFORMED, "not a call for service: " + e.getMessage());
        }
    }

    private void reject(CallBatch batch, int call, Problem.Kind kind, String text) {
        batch.reject(call, new Problem(kind, text));
        batch.types[call] = "";
        batch.dispositions[call] = null;
        if (needed.crimeId()) {
            batch.crimeIds[call] = 0;
        }
        if (needed.places()) {
            Arrays.fill(batch.places[call], null);
        }
    }
}
