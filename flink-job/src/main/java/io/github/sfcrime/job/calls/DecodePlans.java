package io.github.sfcrime.job.calls;

import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.ConfluentFormat;
import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The plan for each schema that wrote records, compiled when the first of them comes. */
final class DecodePlans {

    private final NeededFields needed;
    private final @Nullable SchemaRegistry registry;
    private final Map<Long, DecodePlan> byFingerprint = new HashMap<>();
    private final Map<Integer, DecodePlan> byId = new HashMap<>();
    private long lastFingerprint;
    private @Nullable DecodePlan lastPlan;

    DecodePlans(NeededFields needed, @Nullable SchemaRegistry registry) {
        this.needed = needed;
        this.registry = registry;
    }

    /** Where the body of the record begins. */
    static int headerLength(byte[] record) {
        return ConfluentFormat.isConfluent(record) ? ConfluentFormat.HEADER_LENGTH : WireFormat.HEADER_LENGTH;
    }

    /**
     * The plan for a record, by what its header says.
     *
     * @throws MalformedRecordException if the header is none, or its schema is not one of calls
     * @throws IOException if the registry does not answer
     */
    DecodePlan of(byte[] record) throws IOException, MalformedRecordException {
        return ConfluentFormat.isConfluent(record)
                ? registered(ConfluentFormat.id(record))
                : known(WireFormat.fingerprint(record));
    }

    private DecodePlan known(long fingerprint) throws MalformedRecordException {
        DecodePlan plan = lastPlan;
        if (plan == null || fingerprint != lastFingerprint) {
            plan = byFingerprint.get(fingerprint);
            if (plan == null) {
                plan = compile(KnownSchemas.withFingerprint(fingerprint));
                byFingerprint.put(fingerprint, plan);
            }
            lastPlan = plan;
            lastFingerprint = fingerprint;
        }
        return plan;
    }

    private DecodePlan registered(int id) throws IOException, MalformedRecordException {
        DecodePlan plan = byId.get(id);
        if (plan == null) {
            if (registry == null) {
                throw new MalformedRecordException(
                        "it is in the Confluent format, which can be read with --schema-registry URL");
            }
            plan = compile(registry.schema(id));
            byId.put(id, plan);
        }
        return plan;
    }

    private DecodePlan compile(Schema writer) throws MalformedRecordException {
        if (!writer.getName().equals(CallForService.SCHEMA$.getName())) {
            throw new MalformedRecordException("it is a " + writer.getName());
        }
        try {
            return new DecodePlan(writer, needed);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordException(String.valueOf(e.getMessage()), e);
        }
    }
}
