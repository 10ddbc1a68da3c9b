package io.github.sfcrime.job.kafka.sink;

import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.jspecify.annotations.Nullable;

/**
 * What became of a transaction that the broker refuses to commit. The broker describes only the latest transaction of a
 * transactional id, so that the epoch has to tell whether it is the one that was meant: a commit or a timeout moves it on by
 * one at most, whoever uses the id after that by more.
 */
enum TransactionFate {
    /** Its rows are there. */
    COMMITTED,
    /** Its rows are lost: it was open for longer than its timeout, or was aborted by hand. */
    ABORTED,
    /** The id has been used again since, so that the broker no longer knows of it. */
    USED_AGAIN,
    /** The broker does not know the id, which nobody has used for {@code transactional.id.expiration.ms}. */
    EXPIRED;

    /** @param description of the latest transaction of its id, null where the broker does not know the id */
    static TransactionFate of(KafkaCommittable transaction, @Nullable TransactionDescription description) {
        if (description == null) {
            return EXPIRED;
        }
        int later = description.producerEpoch() - transaction.getEpoch();
        if (description.producerId() != transaction.getProducerId() || later < 0 || later > 1) {
            return USED_AGAIN;
        }
        return switch (description.state()) {
            case PREPARE_COMMIT, COMPLETE_COMMIT -> COMMITTED;
            case PREPARE_ABORT, PREPARE_EPOCH_FENCE, COMPLETE_ABORT -> ABORTED;
            default -> USED_AGAIN;
        };
    }
}
