package io.github.sfcrime.loader.send;

import io.github.sfcrime.loader.call.CallSink;
import io.github.sfcrime.loader.call.OutgoingCall;
import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Sends calls in transactions with the load's position, and skips those that were committed before. */
final class TransactionalDelivery implements Delivery {

    private static final long MOST_CALLS = 200_000;
    private static final long MOST_NANOS = 1_000_000_000;

    private final KafkaConnection kafka;
    private final String topic;
    private final LoadTransactions transactions;
    private final LongSupplier clock;
    private final CallSender sender;
    private final int mostBytes;
    private final long sentBefore;
    private LoadPosition position;
    private long taken;
    private long begun;
    private long foreign;

    /** @param position where an earlier start of the load has come to */
    TransactionalDelivery(
            KafkaConnection kafka,
            TargetTopic target,
            LoadTransactions transactions,
            LoadPosition position,
            LongSupplier clock)
            throws InterruptedException {
        this.kafka = kafka;
        this.transactions = transactions;
        this.position = position;
        this.clock = clock;
        topic = target.name();
        sender = new CallSender(kafka.producer(), topic);
        mostBytes = target.mostBytes();
        sentBefore = position.sent();
    }

    @Override
    public CallSink sink(UnaryOperator<CallSink> pacing) {
        CallSink paced = pacing.apply(sinkOfNewCalls());
        return new CallSink() {
            @Override
            public void accept(OutgoingCall call) throws IOException {
                if (taken < sentBefore) {
                    taken++;
                } else {
                    paced.accept(call);
                }
            }

            @Override
            public void complete() throws IOException {
                flush();
            }
        };
    }

    private CallSink sinkOfNewCalls() {
        return new CallSink() {
            @Override
            public void accept(OutgoingCall call) throws IOException {
                send(call);
            }

            @Override
            public void complete() throws IOException {
                flush();
            }
        };
    }

    private void send(OutgoingCall call) throws IOException {
        if (!transactions.isOpen()) {
            transactions.begin();
            begun = clock.getAsLong();
        }
        sender.accept(call);
        // Only now, because an interrupted send hands nothing over.
        taken++;
        if (taken - position.sent() >= MOST_CALLS || clock.getAsLong() - begun >= MOST_NANOS) {
            flush();
        }
    }

    @Override
    public void flush() throws SendFailedException {
        if (transactions.isOpen()) {
            sender.flush();
            LoadPosition next = position.at(taken);
            transactions.commit(next, position.sent());
            position = next;
        }
    }

    @Override
    public long sent() {
        return position.sent() - sentBefore;
    }

    @Override
    public long sentBefore() {
        return sentBefore;
    }

    @Override
    public int mostBytes() {
        return mostBytes;
    }

    /** Counts what a reader of committed records sees, because transactions' markers take offsets too. */
    @Override
    public void finish() throws IOException {
        flush();
        if (taken < sentBefore) {
            throw new SendFailedException("the load has " + taken + " calls where " + sentBefore
                    + " were sent before: load all with --restart");
        }
        long committed = new CommittedCount(kafka.settings(), topic).from(position.starts(), position.sent());
        foreign = PlainDelivery.foreign(topic, position.sent(), committed);
    }

    @Override
    public long foreign() {
        return foreign;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
