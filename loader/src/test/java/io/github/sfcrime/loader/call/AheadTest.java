package io.github.sfcrime.loader.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class AheadTest {

    private static final int MANY = 100_000;

    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Test
    void itemsComeOutAsTheyWentInAndThenTheFailureThatEndsThem() throws IOException {
        AtomicInteger count = new AtomicInteger();
        IOException failure = new IOException("the end");
        List<Integer> items = new ArrayList<>();
        try (Ahead<Integer> ahead = new Ahead<>("test", () -> {
            if (count.get() == MANY) {
                throw failure;
            }
            return count.getAndIncrement();
        })) {
            assertThatThrownBy(() -> {
                        for (Integer item = ahead.next(); item != null; item = ahead.next()) {
                            items.add(item);
                        }
                    })
                    .isSameAs(failure);
        }
        assertThat(items).hasSize(MANY).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theEndComesBehindTheLastItemAndAgain() throws IOException {
        List<String> items = new ArrayList<>(List.of("b", "a"));
        try (Ahead<String> ahead = new Ahead<>("test", () -> items.isEmpty() ? null : items.remove(items.size() - 1))) {
            assertThat(ahead.next()).isEqualTo("a");
            assertThat(ahead.next()).isEqualTo("b");
            assertThat(ahead.next()).isNull();
            assertThat(ahead.next()).isNull();
        }
    }

    @Test
    void aFewItemsAreHandedOnThoughTheNextIsLongInComingAndClosingEndsTheWait() throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (Ahead<Integer> ahead =
                new Ahead<>("test", () -> count.get() < 3 ? Integer.valueOf(count.getAndIncrement()) : waitForever())) {
            assertThat(List.of(next(ahead), next(ahead), next(ahead))).containsExactly(0, 1, 2);
        }
        interrupted.await();
    }

    @Test
    void whoWaitsForAnItemCanBeInterrupted() {
        try (Ahead<Integer> ahead = new Ahead<>("test", this::waitForever)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(ahead::next).isInstanceOf(InterruptedIOException.class);
        }
    }

    private static Integer next(Ahead<Integer> ahead) throws IOException {
        Integer next = ahead.next();
        assertThat(next).isNotNull();
        return next;
    }

    private @Nullable Integer waitForever() throws IOException {
        try {
            never.await();
            return null;
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw new InterruptedIOException("interrupted");
        }
    }
}
