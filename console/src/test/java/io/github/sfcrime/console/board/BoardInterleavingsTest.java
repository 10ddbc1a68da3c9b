package io.github.sfcrime.console.board;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The orders in which the readers of topics and a page can meet at the board, as many as a model checker gets to. */
class BoardInterleavingsTest {

    private static final int SCHEDULES = 50;

    /**
     * The model checker rewrites each class when it is first used, and takes a schedule of over 30 s for one that hangs, on a busy
     * machine too: so classes are first used a few at a time.
     */
    @BeforeAll
    static void useEveryClass() {
        List<Consumer<Board>> uses = List.of(
                board -> board.phase(SourceState.Phase.live),
                board -> board.changes(0),
                board -> BoardTest.row(0, 1, "Passing Call", "HAN", 12),
                board -> board.put(BoardTest.row(0, 1, "Passing Call", "HAN", 12)),
                board -> ResultRowsTest.alert("Noise", 9, 16),
                board -> alerts(board).take(ResultRowsTest.alert("Noise", 9, 16)),
                board -> alerts(board).rows(Map.of()));
        for (Consumer<Board> use : uses) {
            Lincheck.runConcurrentTest(1, () -> use.accept(new Board("crime_counts", "localhost:9092", 3)));
        }
    }

    @Test
    void aPageIsToldOfEveryChangeAndNobodyWaitsForEver() {
        Lincheck.runConcurrentTest(SCHEDULES, () -> {
            Board board = new Board("crime_counts", "localhost:9092", 3);
            ResultRows alerts = alerts(board);
            board.phase(SourceState.Phase.live);
            alerts.phase(SourceState.Phase.live);
            Changes before = board.changes(0);
            Thread counts = new Thread(() -> board.put(BoardTest.row(0, 1, "Passing Call", "HAN", 12)));
            Thread others = new Thread(() -> alerts.take(ResultRowsTest.alert("Noise", 9, 16)));
            counts.start();
            others.start();
            Changes meanwhile = board.changes(before.version());
            join(counts);
            join(others);
            Changes after = board.changes(meanwhile.version());
            // What was not told meanwhile is told afterwards.
            require(meanwhile.windows().size() + after.windows().size() == 1);
            require(alerts.state().equals(after.results().get(Board.ALERTS)));
            require(after.version() >= before.version() + 2);
            require(alerts.rows(Map.of()).size() == 1);
        });
    }

    /** AssertJ's assertions cannot be compared with each other, which the model checker does. */
    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }

    private static ResultRows alerts(Board board) {
        return board.results(Board.ALERTS).orElseThrow();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
