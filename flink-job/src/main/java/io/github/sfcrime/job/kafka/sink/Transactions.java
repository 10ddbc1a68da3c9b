package io.github.sfcrime.job.kafka.sink;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** The transactions of a Kafka cluster, as its brokers describe them. */
@FunctionalInterface
interface Transactions {

    /**
     * The latest transaction of that id, null where the broker does not know the id.
     *
     * @throws IOException if the broker does not say
     */
    @Nullable
    TransactionDescription latest(String transactionalId) throws IOException, InterruptedException;

    /** Those of the cluster of that configuration, which is connected to when one is asked for. */
    static Transactions of(Properties adminConfig) {
        return transactionalId -> {
            try (Admin admin = Admin.create(adminConfig)) {
                return admin.describeTransactions(List.of(transactionalId))
                        .description(transactionalId)
                        .get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TransactionalIdNotFoundException) {
                    return null;
                }
                throw new IOException(
                        "cannot find out what became of transaction " + transactionalId + ": " + e.getMessage(), e);
            }
        };
    }
}
