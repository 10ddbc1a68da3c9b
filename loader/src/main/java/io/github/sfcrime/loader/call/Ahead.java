package io.github.sfcrime.loader.call;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes items from where they come in a thread of its own, ahead of whoever wants them, so that both have a core. They
 * come out in the order in which they went in, and so does the failure that ends them.
 *
 * @param <T> the items
 */
public final class Ahead<T> implements Closeable {

    /** So many are worth waking a thread that waits for them. */
    private static final int ENOUGH = 512;

    private static final int MOST = 4 * ENOUGH;

    /** How long fewer wait, since the next may be long in coming. */
    private static final long LONGEST_WAIT_MILLIS = 10;

    private final Source<T> source;
    private final Thread thread;
    private List<T> waiting = new ArrayList<>(MOST);
    private List<T> taken = new ArrayList<>(MOST);
    private int next;
    private boolean started;
    private boolean ended;
    private boolean closed;
    private @Nullable Throwable failure;

    /** @param name of the thread, which begins when the first item is asked for */
    public Ahead(String name, Source<T> source) {
        this.source = source;
        thread = new Thread(this::takeAll, name);
        thread.setDaemon(true);
    }

    /**
     * Where items come from.
     *
     * @param <T> the items
     */
    @FunctionalInterface
    public interface Source<T> {

        /** The next one, or null at the end; an interrupt ends a wait for it. */
        @Nullable
        T next() throws IOException;
    }

    /** The next item, or null at the end. */
    public @Nullable T next() throws IOException {
        if (next == taken.size() && !take()) {
            return null;
        }
        return taken.get(next++);
    }

    private boolean take() throws IOException {
        taken.clear();
        next = 0;
        try {
            exchange();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
        if (taken.isEmpty() && failure != null) {
            fail(failure);
        }
        return !taken.isEmpty();
    }

    private synchronized void exchange() throws InterruptedException {
        if (!started) {
            started = true;
            thread.start();
        }
        // Woken by many: a few are taken when the time is over once.
        int enough = ENOUGH;
        while (waiting.size() < enough && !ended) {
            wait(LONGEST_WAIT_MILLIS);
            enough = 1;
        }
        List<T> full = waiting;
        waiting = taken;
        taken = full;
        notifyAll();
    }

    private static void fail(Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        throw (Error) failure;
    }

    private void takeAll() {
        Throwable end = null;
        try {
            T item = source.next();
            while (item != null && put(item)) {
                item = source.next();
            }
        } catch (IOException | RuntimeException | Error e) {
            end = e;
        }
        end(end);
    }

    /** Says whether more are wanted. */
    private synchronized boolean put(T item) {
        try {
            while (waiting.size() >= MOST && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return false;
        }
        waiting.add(item);
        if (waiting.size() == ENOUGH) {
            notifyAll();
        }
        return !closed;
    }

    private synchronized void end(@Nullable Throwable reason) {
        failure = reason;
        ended = true;
        notifyAll();
    }

    /** Ends the thread; items that were not asked for are lost. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
