package io.github.sfcrime.job.decoding;

import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.ConfluentFormat;
import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.UnknownSchemaException;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The plan for each schema that wrote records, or why there is none, found out when the first of them comes. */
final class DecodePlans {

    /** So that ids and fingerprints at random do not fill the memory. */
    private static final int MOST_REFUSED = 1_000;

    private final NeededFields needed;
    private final @Nullable SchemaRegistry registry;
    private final Map<Long, DecodePlan> byFingerprint = new HashMap<>();
    private final Map<Integer, DecodePlan> byId = new HashMap<>();
    private final Map<Long, MalformedRecordException> refusedFingerprints = new Refused<>();
    private final Map<Integer, MalformedRecordException> refusedIds = new Refused<>();
    private long lastFingerprint;
    private @Nullable DecodePlan lastPlan;

    DecodePlans(NeededFields needed, @Nullable SchemaRegistry registry) {
        this.needed = needed;
        this.registry = registry;
    }

    /** How many bytes of the record lie before its body. */
    static int headerLength(byte[] bytes, int start, int end) {
        return ConfluentFormat.isConfluent(bytes, start, end)
                ? ConfluentFormat.HEADER_LENGTH
                : WireFormat.HEADER_LENGTH;
    }

    /**
     * The plan for the record from {@code start} to {@code end}, by what its header says.
     *
     * @throws UnknownSchemaException if there is none because of its schema; what is said of a schema is said again of its
     *     every record
     * @throws MalformedRecordException if the header is none, or the record is another of ours than a call
     * @throws IOException if the registry does not answer
     */
    DecodePlan of(byte[] bytes, int start, int end) throws IOException, MalformedRecordException {
        return ConfluentFormat.isConfluent(bytes, start, end)
                ? registered(ConfluentFormat.id(bytes, start, end))
                : known(WireFormat.fingerprint(bytes, start, end));
    }

    private DecodePlan known(long fingerprint) throws MalformedRecordException {
        DecodePlan plan = lastPlan;
        if (plan == null || fingerprint != lastFingerprint) {
            plan = byFingerprint.get(fingerprint);
            if (plan == null) {
                plan = compileKnown(fingerprint);
                byFingerprint.put(fingerprint, plan);
            }
            lastPlan = plan;
            lastFingerprint = fingerprint;
        }
        return plan;
    }

    private DecodePlan compileKnown(long fingerprint) throws MalformedRecordException {
        rethrow(refusedFingerprints.get(fingerprint));
        try {
            Schema writer = KnownSchemas.withFingerprint(fingerprint);
            if (!isCall(writer)) {
                throw new MalformedRecordException("it is a " + writer.getName());
            }
            return new DecodePlan(writer, needed);
        } catch (MalformedRecordException e) {
            refusedFingerprints.put(fingerprint, e);
            throw e;
        }
    }

    private DecodePlan registered(int id) throws IOException, MalformedRecordException {
        DecodePlan plan = byId.get(id);
        if (plan == null) {
            plan = compileRegistered(id);
            byId.put(id, plan);
        }
        return plan;
    }

    private DecodePlan compileRegistered(int id) throws IOException, MalformedRecordException {
        rethrow(refusedIds.get(id));
        try {
            if (registry == null) {
                throw refused(id, "it takes --schema-registry URL to know it");
            }
            return compile(registry.schema(id), id);
        } catch (MalformedRecordException e) {
            refusedIds.put(id, e);
            throw e;
        }
    }

    private DecodePlan compile(Schema writer, int id) throws UnknownSchemaException {
        if (!isCall(writer)) {
            throw refused(id, "it is of a " + writer.getName() + ", not of a " + CallForService.SCHEMA$.getName());
        }
        try {
            return new DecodePlan(writer, needed);
        } catch (IllegalArgumentException e) {
            throw refused(id, String.valueOf(e.getMessage()));
        }
    }

    private static UnknownSchemaException refused(int id, String reason) {
        return new UnknownSchemaException("schema %s of the registry can't be used for calls: %s"
                .formatted(Integer.toUnsignedString(id), reason));
    }

    private static boolean isCall(Schema writer) {
        return writer.getType() == Schema.Type.RECORD && writer.getName().equals(CallForService.SCHEMA$.getName());
    }

    private static void rethrow(@Nullable MalformedRecordException refused) throws MalformedRecordException {
        if (refused != null) {
            throw refused;
        }
    }

    /** Why schemas were refused; of too many, the ones that were refused first are asked about again. */
    private static final class Refused<K> extends LinkedHashMap<K, MalformedRecordException> {

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, MalformedRecordException> eldest) {
            return size() > MOST_REFUSED;
        }
    }
}
