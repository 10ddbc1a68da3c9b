package io.github.sfcrime.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;

/** Every schema version that this build can read, by fingerprint. */
public final class KnownSchemas {

    private static final Map<Long, Schema> BY_FINGERPRINT = index(List.of(
            CallForService.SCHEMA$,
            CallCount.SCHEMA$,
            CallCountKey.SCHEMA$,
            TypeCount.SCHEMA$,
            TypeCountKey.SCHEMA$,
            TopType.SCHEMA$,
            TopTypeKey.SCHEMA$,
            DispositionCount.SCHEMA$,
            DispositionCountKey.SCHEMA$,
            PlaceCount.SCHEMA$,
            PlaceCountKey.SCHEMA$,
            DistrictCount.SCHEMA$,
            DistrictCountKey.SCHEMA$,
            ResponseTime.SCHEMA$,
            ResponseTimeKey.SCHEMA$,
            CrimeAlert.SCHEMA$,
            CrimeAlertKey.SCHEMA$,
            OpenCalls.SCHEMA$,
            OpenCallsKey.SCHEMA$,
            CallTotal.SCHEMA$,
            CallTotalKey.SCHEMA$,
            RadioCode.SCHEMA$,
            // As it was before it had what only newer data sets have: the stages of a call, its district and priority.
            earlier("call-for-service-1.avsc"),
            // As it was before it had the time of its last update and its place on the map.
            earlier("call-for-service-2.avsc")));

    private KnownSchemas() {}

    /** All of them, the current version of each record first. */
    public static Collection<Schema> all() {
        return BY_FINGERPRINT.values();
    }

    /**
     * The schema with that fingerprint.
     *
     * @throws UnknownSchemaException if this build does not carry it
     */
    public static Schema withFingerprint(long fingerprint) throws UnknownSchemaException {
        Schema schema = BY_FINGERPRINT.get(fingerprint);
        if (schema == null) {
            throw new UnknownSchemaException(fingerprint);
        }
        return schema;
    }

    /**
     * A schema that topics may still have records of, as it stood then.
     *
     * @param resource its file beside this class, such as {@code call-for-service-1.avsc}
     */
    public static Schema earlier(String resource) {
        try (InputStream in = KnownSchemas.class.getResourceAsStream(resource)) {
            return new Schema.Parser().parse(Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Schemas by fingerprint.
     *
     * @throws IllegalStateException if two of them share one, so that a record could not say which wrote it
     */
    static Map<Long, Schema> index(List<Schema> schemas) {
        Map<Long, Schema> index = new LinkedHashMap<>();
        for (Schema schema : schemas) {
            Schema other = index.put(WireFormat.fingerprint(schema), schema);
            if (other != null) {
                throw new IllegalStateException("two schemas share a fingerprint: " + other.getFullName() + " and "
                        + schema.getFullName() + "; logical types and docs are not part of it");
            }
        }
        return index;
    }
}
