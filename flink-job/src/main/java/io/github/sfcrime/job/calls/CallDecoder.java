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

    private static final int LEGS = Leg.values().length;

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

    /**
     * The call in a record's value; what is wrong with one that can't be read becomes its problem.
     *
     * @throws IOException if the registry does not answer
     */
    public Call decode(byte[] value) throws IOException {
        return read(value, 0, value.length);
    }

    /** The same of a value that lies in an array from a start to an end. */
    public Call decode(byte[] bytes, int start, int end) throws IOException {
        Call call = read(bytes, start, end);
        // What is wrong is told with its place in the value.
        return call.problem == null || start == 0 ? call : decode(Arrays.copyOfRange(bytes, start, end));
    }

    private Call read(byte[] bytes, int start, int end) throws IOException {
        try {
            Call call = new Call();
            if (needed.places()) {
                call.places = new String[Places.FIELDS.size()];
            }
            if (needed.stages()) {
                call.stages = new long[LEGS];
                Arrays.fill(call.stages, Call.NO_STAGE);
            }
            int body = start + DecodePlans.headerLength(bytes, start, end);
            plans.of(bytes, start, end).read(bytes, body, end, texts, call);
            if (call.callDateTime < -END_OF_YEAR_9999 || call.callDateTime > END_OF_YEAR_9999) {
                return Call.unreadable(
                        Problem.Kind.MALFORMED, "call_date_time is beyond the year 9999: " + call.callDateTime);
            }
            return call;
        } catch (UnknownSchemaException e) {
            return Call.unreadable(Problem.Kind.UNKNOWN_SCHEMA, String.valueOf(e.getMessage()));
        } catch (ArrayIndexOutOfBoundsException e) {
            // Once it has thrown many, the JVM throws them without a message.
            return Call.unreadable(Problem.Kind.MALFORMED, "not a call for service: it ends inside a field");
        } catch (MalformedRecordException | IndexOutOfBoundsException e) {
            return Call.unreadable(Problem.Kind.MALFORMED, "not a call for service: " + e.getMessage());
        }
    }
}
