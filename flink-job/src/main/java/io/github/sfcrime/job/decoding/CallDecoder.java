package io.github.sfcrime.job.decoding;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.UnknownSchemaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what the job counts by out of calls, whichever known schema version wrote them. */
public final class CallDecoder {

    private static final long END_OF_YEAR_9999 = 253_402_300_799_999L;

    private final DecodePlans plans;
    private final TextPools texts = new TextPools();
    private final CallBatch alone = new CallBatch("", 0, 1);

    /** A decoder that reads a call's time, type and disposition, in our own wire format. */
    public CallDecoder() {
        this(new NeededFields(false, false), null);
    }

    /** A decoder that reads those fields too; with a registry it reads the Confluent format too. */
    public CallDecoder(NeededFields needed, @Nullable SchemaRegistry registry) {
        alone.makeRoomFor(needed);
        plans = new DecodePlans(needed, registry);
    }

    /**
     * The call in a record's value; what is wrong with one that can't be read becomes its problem.
     *
     * @throws IOException if the registry does not answer
     */
    public Call decode(byte[] value) throws IOException {
        alone.setValue(0, ByteBuffer.wrap(value));
        decode(alone, 0);
        Call call = new Call();
        call.copyFrom(alone, 0);
        return call;
    }

    /** Reads a call of a batch out of the record's value into its columns, for which there is room. */
    public void decode(CallBatch calls, int call) throws IOException {
        calls.clear(call);
        byte[] value = calls.values[call];
        if (value == null) {
            calls.reject(call, malformed("record has no value"));
            return;
        }
        int start = calls.valueStarts[call];
        int end = calls.valueEnds[call];
        Problem problem = read(value, start, end, calls, call);
        if (problem != null && value.length > end - start) {
            // What is wrong is told of the value alone, and with its place in it.
            byte[] itself = Arrays.copyOfRange(value, start, end);
            problem = read(itself, 0, itself.length, calls, call);
        }
        if (problem != null) {
            calls.reject(call, problem);
        }
    }

    private @Nullable Problem read(byte[] bytes, int start, int end, CallBatch calls, int call) throws IOException {
        try {
            int body = start + DecodePlans.headerLength(bytes, start, end);
            plans.of(bytes, start, end).read(bytes, body, end, texts, calls, call);
            long time = calls.callDateTimes[call];
            return time >= -END_OF_YEAR_9999 && time <= END_OF_YEAR_9999
                    ? null
                    : malformed("call_date_time is beyond the year 9999: " + time);
        } catch (UnknownSchemaException e) {
            return new Problem(Problem.Kind.UNKNOWN_SCHEMA, String.valueOf(e.getMessage()));
        } catch (ArrayIndexOutOfBoundsException e) {
            // Once it has thrown many, the JVM throws them without a message.
            return malformed("not a call for service: it ends inside a field");
        } catch (MalformedRecordException | IndexOutOfBoundsException e) {
            return malformed("not a call for service: " + e.getMessage());
        }
    }

    private static Problem malformed(String text) {
        return new Problem(Problem.Kind.MALFORMED, text);
    }
}
