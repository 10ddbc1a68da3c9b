package io.github.sfcrime.job.files;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.decoding.WholeCalls;
import io.github.sfcrime.schemas.RegistrySettings;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes calls into a Parquet file, with all fields that the current schema has. */
final class ParquetCalls implements BulkWriter.Factory<CallRecord> {

    private static final long serialVersionUID = 1;

    private final @Nullable RegistrySettings registry;
    private transient @Nullable WholeCalls whole;

    /** @param registry where schemas of calls may be, too; null for none */
    ParquetCalls(@Nullable RegistrySettings registry) {
        this.registry = registry;
    }

    @Override
    public BulkWriter<CallRecord> create(FSDataOutputStream file) throws IOException {
        WholeCalls reading = whole();
        return ParquetFiles.write(
                file,
                WholeCalls.schema(),
                call -> call instanceof FileCall read
                        ? read.record
                        : reading.read(Objects.requireNonNull(call.source.value, "a call without a record")));
    }

    /** One for all files of a writer, which asks the registry once for each schema. */
    private WholeCalls whole() {
        if (whole == null) {
            whole = new WholeCalls(registry == null ? null : SchemaRegistry.at(registry));
        }
        return whole;
    }
}
