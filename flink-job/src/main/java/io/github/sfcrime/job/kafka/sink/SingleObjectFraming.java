package io.github.sfcrime.job.kafka.sink;

import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.schemas.WireFormat;

/** Avro's single-object encoding: the fingerprint of the schema, no registry. */
public final class SingleObjectFraming implements Framing {

    @Override
    public byte[] keyHeader(Query query) {
        return WireFormat.header(query.keySchema());
    }

    @Override
    public byte[] rowHeader(Query query) {
        return WireFormat.header(query.rowSchema());
    }
}
