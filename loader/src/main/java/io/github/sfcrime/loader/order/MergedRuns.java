package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.OutgoingCall;
import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several runs as one: of calls of the same rank that of the older run comes first. */
final class MergedRuns implements SortedRun {

    private final PriorityQueue<Head> others = new PriorityQueue<>();
    private @Nullable Head first;

    /** @param runs from the oldest to the youngest */
    MergedRuns(List<? extends SortedRun> runs) throws IOException {
        for (int age = 0; age < runs.size(); age++) {
            OutgoingCall call = runs.get(age).next();
            if (call != null) {
                others.add(new Head(call, age, runs.get(age)));
            }
        }
        first = others.poll();
    }

    @Override
    public @Nullable OutgoingCall next() throws IOException {
        Head head = first;
        if (head == null) {
            return null;
        }
        OutgoingCall call = head.call;
        OutgoingCall following = head.run.next();
        if (following == null) {
            first = others.poll();
            return call;
        }
        head.call = following;
        Head rival = others.peek();
        // Mostly the calls of a run follow one another.
        if (rival != null && rival.compareTo(head) < 0) {
            first = others.poll();
            others.add(head);
        }
        return call;
    }

    /** The next call of a run. */
    private static final class Head implements Comparable<Head> {

        private final int age;
        private final SortedRun run;
        private OutgoingCall call;

        Head(OutgoingCall call, int age, SortedRun run) {
            this.call = call;
            this.age = age;
            this.run = run;
        }

        @Override
        public int compareTo(Head other) {
            int byRank = Long.compare(call.rank(), other.call.rank());
            return byRank == 0 ? Integer.compare(age, other.age) : byRank;
        }
    }
}
