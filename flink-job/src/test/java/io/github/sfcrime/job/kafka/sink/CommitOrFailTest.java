package io.github.sfcrime.job.kafka.sink;

import static org.apache.kafka.clients.admin.TransactionState.COMPLETE_ABORT;
import static org.apache.kafka.clients.admin.TransactionState.COMPLETE_COMMIT;
import static org.apache.kafka.clients.admin.TransactionState.EMPTY;
import static org.apache.kafka.clients.admin.TransactionState.ONGOING;
import static org.apache.kafka.clients.admin.TransactionState.PREPARE_COMMIT;
import static org.apache.kafka.clients.admin.TransactionState.PREPARE_EPOCH_FENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.failures.PermanentFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** States and epochs are those that a broker of version 4.2 has told after a commit, a timeout and another use. */
class CommitOrFailTest {

    private static final long PRODUCER = 7;
    private static final short EPOCH = 3;
    private static final String ID = "sfcrime-crime_counts-1-12";

    private final Request request = new Request();

    @Test
    void aTransactionThatWasCommittedBeforeIsNoFailure() throws Exception {
        commit(fenced(), described(COMPLETE_COMMIT, PRODUCER, EPOCH + 1), true);
        commit(fenced(), described(PREPARE_COMMIT, PRODUCER, EPOCH), true);

        assertThat(request.told).containsExactly("already committed", "already committed");
    }

    @Test
    void aTransactionThatTheBrokerHasAbortedEndsTheJob() {
        for (TransactionState state : List.of(COMPLETE_ABORT, PREPARE_EPOCH_FENCE)) {
            assertThatThrownBy(() -> commit(fenced(), described(state, PRODUCER, EPOCH + 1), true))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessage(
                            "cannot commit topic crime_counts, checkpoint 12, transaction sfcrime-crime_counts-1-12: the"
                                    + " broker has aborted it, most likely because it was open for longer than"
                                    + " transaction.timeout.ms, so that its rows are lost. To go on without that, say"
                                    + " --fail-on-data-loss false")
                    .hasCauseInstanceOf(ProducerFencedException.class);
        }
        assertThat(request.told).isEmpty();
    }

    @Test
    void whatBecameOfATransactionWhoseIdWasUsedAgainIsUnknown() {
        for (TransactionDescription later : List.of(
                described(EMPTY, PRODUCER, EPOCH + 1),
                described(ONGOING, PRODUCER, EPOCH + 1),
                described(COMPLETE_COMMIT, PRODUCER, EPOCH + 2),
                described(COMPLETE_ABORT, PRODUCER, EPOCH + 2),
                described(COMPLETE_COMMIT, PRODUCER + 1, EPOCH))) {
            assertThatThrownBy(() -> commit(fenced(), later, true))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessageStartingWith(
                            "cannot tell whether the rows of topic crime_counts, checkpoint 12, transaction"
                                    + " sfcrime-crime_counts-1-12 were committed: another transaction has used its id since");
        }
    }

    @Test
    void whatBecameOfATransactionWhoseIdHasExpiredIsUnknown() {
        assertThatThrownBy(() -> commit(new InvalidPidMappingException("no such id"), null, true))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageEndingWith("the broker has forgotten its id, which was unused for"
                        + " transactional.id.expiration.ms. To go on without that, say --fail-on-data-loss false");
    }

    @Test
    void aLossThatIsAcceptedIsCountedAsAFailedCommit() throws Exception {
        commit(fenced(), described(COMPLETE_ABORT, PRODUCER, EPOCH + 1), false);

        assertThat(request.told).containsExactly("failed: fenced");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNoLoss() {
        Transactions away = id -> {
            throw new IOException("no answer");
        };

        assertThatThrownBy(
                        () -> new CommitOrFail(refusing(fenced()), away, "crime_counts", true).commit(List.of(request)))
                .isInstanceOf(IOException.class)
                .hasMessage("no answer");
    }

    @Test
    void allElseIsAsTheConnectorSays() throws Exception {
        commit(new TimeoutException("later"), null, true);

        assertThat(request.told).containsExactly("failed for an unknown reason: later");
    }

    private void commit(Exception refusal, @Nullable TransactionDescription description, boolean failOnDataLoss)
            throws Exception {
        new CommitOrFail(refusing(refusal), id -> description, "crime_counts", failOnDataLoss).commit(List.of(request));
    }

    /** As the connector's committer tells of what the broker says. */
    private static Committer<KafkaCommittable> refusing(Exception refusal) {
        return new Committer<>() {
            @Override
            public void commit(Collection<CommitRequest<KafkaCommittable>> requests) {
                for (CommitRequest<KafkaCommittable> each : requests) {
                    if (refusal instanceof ProducerFencedException) {
                        each.signalFailedWithKnownReason(refusal);
                    } else {
                        each.signalFailedWithUnknownReason(refusal);
                    }
                }
            }

            @Override
            public void close() {}
        };
    }

    private static ProducerFencedException fenced() {
        return new ProducerFencedException("fenced");
    }

    private static TransactionDescription described(TransactionState state, long producer, int epoch) {
        return new TransactionDescription(1, state, producer, epoch, 60_000, OptionalLong.empty(), Set.of());
    }

    /** A request that notes what it is told. */
    private static final class Request implements CommitRequest<KafkaCommittable> {

        private final List<String> told = new ArrayList<>();

        @Override
        public KafkaCommittable getCommittable() {
            return new KafkaCommittable(PRODUCER, EPOCH, ID, null);
        }

        @Override
        public int getNumberOfRetries() {
            return 0;
        }

        @Override
        public void signalFailedWithKnownReason(Throwable reason) {
            told.add("failed: " + reason.getMessage());
        }

        @Override
        public void signalFailedWithUnknownReason(Throwable reason) {
            told.add("failed for an unknown reason: " + reason.getMessage());
        }

        @Override
        public void retryLater() {
            told.add("later");
        }

        @Override
        public void updateAndRetryLater(KafkaCommittable committable) {
            told.add("later");
        }

        @Override
        public void signalAlreadyCommitted() {
            told.add("already committed");
        }
    }
}
