package io.github.sfcrime.loader.generate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Picks among values by their weights in constant time (Vose's alias method).
 *
 * @param <T> what is picked
 */
final class WeightedChoice<T> {

    private final List<T> values;
    private final double[] keep;
    private final int[] other;

    WeightedChoice(Map<T, Double> weights) {
        this(
                new ArrayList<>(weights.keySet()),
                weights.values().stream().mapToDouble(w -> w).toArray());
    }

    WeightedChoice(List<T> values, double[] weights) {
        this.values = values;
        keep = weights.clone();
        other = new int[keep.length];
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        Deque<Integer> small = new ArrayDeque<>();
        Deque<Integer> large = new ArrayDeque<>();
        for (int i = 0; i < keep.length; i++) {
            keep[i] *= keep.length / total;
            (keep[i] < 1 ? small : large).push(i);
        }
        level(small, large);
    }

    /** Fills what is below the average from what is above it. */
    private void level(Deque<Integer> small, Deque<Integer> large) {
        while (!small.isEmpty() && !large.isEmpty()) {
            int poor = small.pop();
            int rich = large.pop();
            other[poor] = rich;
            keep[rich] -= 1 - keep[poor];
            (keep[rich] < 1 ? small : large).push(rich);
        }
        // What rounding leaves over is one, but for the rounding.
        small.forEach(i -> keep[i] = 1);
        large.forEach(i -> keep[i] = 1);
    }

    /** The value at {@code unit}, a number from 0 to below 1. */
    T at(double unit) {
        double scaled = unit * keep.length;
        int index = (int) scaled;
        return values.get(scaled - index < keep[index] ? index : other[index]);
    }
}
