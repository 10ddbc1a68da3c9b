package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.failures.PermanentFailure;
import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.UnknownSchemaException;
import io.github.sfcrime.schemas.WireFormat;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.table.data.RowData;
import org.jspecify.annotations.Nullable;

/** Reads a record in our wire format, whichever known schema version wrote it, into a table's columns. */
final class ReadRow implements DeserializationSchema<RowData> {

    private final RecordColumns columns;
    private final boolean ignoreParseErrors;
    private final TypeInformation<RowData> producedType;
    private transient Map<Long, RowPlan> plans;
    private transient Counter skipped;

    ReadRow(RecordColumns columns, boolean ignoreParseErrors, TypeInformation<RowData> producedType) {
        this.columns = columns;
        this.ignoreParseErrors = ignoreParseErrors;
        this.producedType = producedType;
    }

    @Override
    public void open(InitializationContext context) {
        plans = new HashMap<>();
        skipped = context.getMetricGroup().addGroup("sfcrime").counter("recordsSkipped");
    }

    /**
     * The row, or null if {@code message} is damaged and such records are skipped.
     *
     * @throws PermanentFailure if the record is damaged, or if a schema that this build does not carry wrote it
     */
    @Override
    public @Nullable RowData deserialize(byte @Nullable [] message) {
        try {
            return read(message);
        } catch (UnknownSchemaException e) {
            throw failure(e);
        } catch (MalformedRecordException e) {
            if (ignoreParseErrors) {
                skipped.inc();
                return null;
            }
            throw failure(e);
        }
    }

    @Override
    public boolean isEndOfStream(RowData row) {
        return false;
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return producedType;
    }

    private RowData read(byte @Nullable [] message) throws MalformedRecordException {
        if (message == null) {
            throw new MalformedRecordException("record has no value");
        }
        RowPlan plan = plan(WireFormat.fingerprint(message));
        try {
            return plan.read(message, WireFormat.HEADER_LENGTH);
        } catch (ArrayIndexOutOfBoundsException e) {
            // Once it has thrown many, the JVM throws them without a message.
            throw new MalformedRecordException("body does not fit its schema: it ends inside a field");
        } catch (IndexOutOfBoundsException e) {
            throw new MalformedRecordException("body does not fit its schema: " + e.getMessage());
        }
    }

    private RowPlan plan(long fingerprint) throws MalformedRecordException {
        RowPlan plan = plans.get(fingerprint);
        if (plan == null) {
            Schema writer = KnownSchemas.withFingerprint(fingerprint);
            if (!writer.getName().equals(columns.record())) {
                throw new MalformedRecordException("it is a " + writer.getName());
            }
            plan = new RowPlan(writer, columns.columns());
            plans.put(fingerprint, plan);
        }
        return plan;
    }

    private PermanentFailure failure(MalformedRecordException cause) {
        return new PermanentFailure("cannot read a " + columns.record() + ": " + cause.getMessage(), cause);
    }
}
