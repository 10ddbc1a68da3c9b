package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.OutgoingCall;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Calls as they come, and then in order. Their bytes stand one behind the other in a few large pieces, which are used
 * again: a garbage collector would have to look at each call and move it.
 */
final class MemoryRun implements SortedRun {

    private static final int PIECE = 1 << 18;
    private static final int FEWEST = 1 << 10;

    /** What a call takes beside its bytes: its rank, its place, and that again in order. */
    private static final int BESIDE = 3 * Long.BYTES;

    private final List<ByteBuffer> pieces = new ArrayList<>();
    private long[] ranks = new long[FEWEST];

    /** The piece in the upper half, where in it in the lower. */
    private long[] places = new long[FEWEST];

    private int[] order = new int[0];
    private int piece = -1;
    private int count;
    private int next;
    private long bytes;

    /** What it takes of the heap by now, about. */
    long bytes() {
        return bytes;
    }

    void add(OutgoingCall call) {
        int length = CallBytes.length(call);
        ByteBuffer room = room(length);
        if (count == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * count);
            places = Arrays.copyOf(places, 2 * count);
        }
        ranks[count] = call.rank();
        places[count] = (long) piece << Integer.SIZE | room.position();
        count++;
        bytes += length + BESIDE;
        CallBytes.put(call, room);
    }

    /** The piece that has room for so many bytes more. */
    private ByteBuffer room(int length) {
        while (piece < 0 || pieces.get(piece).remaining() < length) {
            piece++;
            if (piece == pieces.size()) {
                pieces.add(ByteBuffer.allocate(Math.max(length, PIECE)));
            }
        }
        return pieces.get(piece);
    }

    /** Puts the calls in order, those of one rank as they came. */
    void sort() {
        int digits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
        long lowest = Arrays.stream(ranks, 0, count).min().orElse(0);
        long highest = Arrays.stream(ranks, 0, count).max().orElse(0);
        if ((highest - lowest) >>> (Long.SIZE - 1 - digits) == 0) {
            long[] ranked = new long[count];
            for (int i = 0; i < count; i++) {
                ranked[i] = (ranks[i] - lowest) << digits | i;
            }
            Arrays.sort(ranked);
            order = Arrays.stream(ranked)
                    .mapToInt(one -> (int) (one & (1L << digits) - 1))
                    .toArray();
        } else {
            order = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> ranks[i]))
                    .mapToInt(i -> i)
                    .toArray();
        }
        next = 0;
    }

    @Override
    public @Nullable OutgoingCall next() {
        if (next == order.length) {
            return null;
        }
        long place = places[order[next++]];
        ByteBuffer bytes = pieces.get((int) (place >> Integer.SIZE));
        return CallBytes.get(bytes.position((int) place));
    }

    /** Begins anew. */
    void clear() {
        pieces.forEach(ByteBuffer::clear);
        order = new int[0];
        piece = -1;
        count = 0;
        next = 0;
        bytes = 0;
    }
}
