package io.github.sfcrime.job.decoding;

import io.github.sfcrime.job.calls.SanFranciscoClock;
import io.github.sfcrime.job.failures.PermanentFailure;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.ConfluentFormat;
import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads all fields of calls, as records of the current schema, whichever schema wrote them. It is for records that
 * {@link CallDecoder} has read. For one thread.
 */
public final class WholeCalls {

    private final @Nullable SchemaRegistry registry;
    private final Map<Long, WholeCallPlan> byFingerprint = new HashMap<>();
    private final Map<Integer, WholeCallPlan> byId = new HashMap<>();
    private final SanFranciscoClock clock = new SanFranciscoClock();
    private @Nullable BinaryDecoder decoder;

    /** A reader of our own wire format; with a registry it reads the Confluent format too. */
    public WholeCalls(@Nullable SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * The call in a record's value.
     *
     * @throws IOException if the registry does not answer
     * @throws PermanentFailure if the schema that wrote it has another type for a field than calls have
     */
    public GenericRecord read(byte[] value) throws IOException {
        int start = DecodePlans.headerLength(value, 0, value.length);
        decoder = DecoderFactory.get().binaryDecoder(value, start, value.length - start, decoder);
        try {
            return plan(value).read(decoder, clock);
        } catch (MalformedRecordException | AvroRuntimeException | IllegalArgumentException e) {
            throw new PermanentFailure(
                    "cannot read a call whole, as its file needs it: " + e.getMessage()
                            + ": leave out calls of --files-of",
                    e);
        }
    }

    private WholeCallPlan plan(byte[] value) throws IOException, MalformedRecordException {
        if (ConfluentFormat.isConfluent(value)) {
            int id = ConfluentFormat.id(value);
            WholeCallPlan plan = byId.get(id);
            if (plan == null) {
                plan = new WholeCallPlan(Objects.requireNonNull(registry).schema(id));
                byId.put(id, plan);
            }
            return plan;
        }
        long fingerprint = WireFormat.fingerprint(value);
        WholeCallPlan plan = byFingerprint.get(fingerprint);
        if (plan == null) {
            plan = new WholeCallPlan(KnownSchemas.withFingerprint(fingerprint));
            byFingerprint.put(fingerprint, plan);
        }
        return plan;
    }

    /** The schema of the records. */
    public static Schema schema() {
        return CallForService.getClassSchema();
    }
}
