package io.github.sfcrime.job.kafka.sink;

import io.github.sfcrime.job.query.Query;
import java.io.Serializable;

/** How result records say which schema wrote them. */
public interface Framing extends Serializable {

    /** What stands before the body of a query's keys. */
    byte[] keyHeader(Query query);

    /** What stands before the body of a query's rows. */
    byte[] rowHeader(Query query);
}
