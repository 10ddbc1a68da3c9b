package io.github.sfcrime.job.kafka.sink;

/**
 * A transaction of a completed checkpoint that is not known to be committed.
 *
 * @param topic that it has written to
 * @param id its transactional id, which the checkpoint's number ends
 * @param fate what became of it
 */
record LostTransaction(String topic, String id, TransactionFate fate) {

    /** What is lost and why, in one line. */
    String line() {
        String subject = "topic " + topic + ", checkpoint " + checkpoint() + ", transaction " + id;
        return switch (fate) {
            case COMMITTED -> throw new IllegalStateException(id + " is committed");
            case ABORTED ->
                "cannot commit " + subject
                        + ": the broker has aborted it, most likely because it was open for longer than"
                        + " transaction.timeout.ms, so that its rows are lost";
            case USED_AGAIN ->
                "cannot tell whether the rows of " + subject
                        + " were committed: another transaction has used its id since";
            case EXPIRED ->
                "cannot tell whether the rows of " + subject
                        + " were committed: the broker has forgotten its id, which was"
                        + " unused for transactional.id.expiration.ms";
        };
    }

    private String checkpoint() {
        return id.substring(id.lastIndexOf('-') + 1);
    }
}
