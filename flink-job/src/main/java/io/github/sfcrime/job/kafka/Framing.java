package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.query.Query;
import java.io.Serializable;

/** How result records say which schema wrote them. */
interface Framing extends Serializable {

    /** What stands before the body of a query's keys. */
    byte[] keyHeader(Query query);

    /** What stands before the body of a query's rows. */
    byte[] rowHeader(Query query);
}
