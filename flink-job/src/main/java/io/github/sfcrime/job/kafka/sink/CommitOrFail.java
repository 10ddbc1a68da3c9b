package io.github.sfcrime.job.kafka.sink;

import io.github.sfcrime.job.failures.PermanentFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits transactions, and ends the job when one of a completed checkpoint cannot be committed any more. The connector's
 * committer only logs that. It cannot be told by the exception: the broker says the same when a transaction is committed a
 * second time, which happens after most restarts, and when it has timed out.
 */
final class CommitOrFail implements Committer<KafkaCommittable> {

    private static final Logger LOG = LoggerFactory.getLogger(CommitOrFail.class);

    private final Committer<KafkaCommittable> committer;
    private final Transactions transactions;
    private final String topic;
    private final boolean failOnDataLoss;

    /** @param failOnDataLoss whether a loss ends the job; else it is logged */
    CommitOrFail(
            Committer<KafkaCommittable> committer, Transactions transactions, String topic, boolean failOnDataLoss) {
        this.committer = committer;
        this.transactions = transactions;
        this.topic = topic;
        this.failOnDataLoss = failOnDataLoss;
    }

    /**
     * Commits.
     *
     * @throws PermanentFailure if what a transaction has written is lost, or may be
     */
    @Override
    public void commit(Collection<CommitRequest<KafkaCommittable>> requests) throws IOException, InterruptedException {
        List<Refusal> refused = new ArrayList<>();
        List<CommitRequest<KafkaCommittable>> watched = new ArrayList<>();
        for (CommitRequest<KafkaCommittable> request : requests) {
            watched.add(new WatchedRequest(request, refused));
        }
        committer.commit(watched);
        for (Refusal refusal : refused) {
            judge(refusal);
        }
    }

    private void judge(Refusal refusal) throws IOException, InterruptedException {
        KafkaCommittable transaction = refusal.request().getCommittable();
        String id = transaction.getTransactionalId();
        TransactionFate fate = TransactionFate.of(transaction, transactions.latest(id));
        if (fate == TransactionFate.COMMITTED) {
            refusal.request().signalAlreadyCommitted();
            return;
        }
        String line = new LostTransaction(topic, id, fate).line();
        if (failOnDataLoss) {
            throw new PermanentFailure(
                    line + ". To go on without that, say --fail-on-data-loss false", refusal.reason());
        }
        LOG.error("{}: going on, as --fail-on-data-loss false says", line, refusal.reason());
        refusal.request().signalFailedWithKnownReason(refusal.reason());
    }

    @Override
    public void close() throws Exception {
        committer.close();
    }

    private record Refusal(CommitRequest<KafkaCommittable> request, Throwable reason) {}

    /** A request that notes that the broker refuses it for good; all else is as the connector's committer says. */
    private record WatchedRequest(CommitRequest<KafkaCommittable> request, List<Refusal> refused)
            implements CommitRequest<KafkaCommittable> {

        @Override
        public KafkaCommittable getCommittable() {
            return request.getCommittable();
        }

        @Override
        public int getNumberOfRetries() {
            return request.getNumberOfRetries();
        }

        @Override
        public void signalFailedWithKnownReason(Throwable reason) {
            refused.add(new Refusal(request, reason));
        }

        @Override
        public void signalFailedWithUnknownReason(Throwable reason) {
            if (reason instanceof InvalidPidMappingException) {
                refused.add(new Refusal(request, reason));
            } else {
                request.signalFailedWithUnknownReason(reason);
            }
        }

        @Override
        public void retryLater() {
            request.retryLater();
        }

        @Override
        public void updateAndRetryLater(KafkaCommittable committable) {
            request.updateAndRetryLater(committable);
        }

        @Override
        public void signalAlreadyCommitted() {
            request.signalAlreadyCommitted();
        }
    }
}
