package io.github.sfcrime.local;

import io.github.sfcrime.local.stack.Broker;
import io.github.sfcrime.local.stack.Stack;

/** A broker that is there and does nothing, until this is closed. */
record PausedBroker(Stack stack) implements AutoCloseable {

    static PausedBroker of(Stack stack) throws InterruptedException {
        stack.processes().pause(Broker.NAME);
        return new PausedBroker(stack);
    }

    @Override
    public void close() throws InterruptedException {
        stack.processes().resume(Broker.NAME);
    }
}
