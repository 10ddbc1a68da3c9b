package io.github.sfcrime.loader.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The types of calls as the city's file has them: the twenty most frequent by name, then a long tail of made-up names
 * whose frequencies fall as they do there (the first hundred types cover nine calls of ten, and 200,000 calls have
 * about 3,400 types).
 */
final class CallTypes {

    private static final String FREQUENCIES = "call-types.tsv";
    private static final String ALL_TYPES = "*";
    private static final int TYPES = 20_000;

    private final Map<String, Map<String, Double>> dispositionsByType = new LinkedHashMap<>();
    private final Map<String, Double> calls = new LinkedHashMap<>();
    private final Map<String, Double> leftOver = new LinkedHashMap<>();

    private CallTypes() {}

    static WeightedChoice<CallType> choice() {
        CallTypes types = new CallTypes();
        ResourceLines.of(FREQUENCIES).forEach(types::readType);
        return types.all();
    }

    private void readType(String line) {
        List<String> columns = List.of(line.split("\t", -1));
        Map<String, Double> dispositions = new LinkedHashMap<>();
        for (String column : columns.subList(2, columns.size())) {
            int equals = column.indexOf('=');
            dispositions.put(column.substring(0, equals), Double.valueOf(column.substring(equals + 1)));
        }
        calls.put(columns.get(1), Double.valueOf(columns.get(0)));
        dispositionsByType.put(columns.get(1), dispositions);
    }

    private WeightedChoice<CallType> all() {
        leftOver.putAll(Objects.requireNonNull(dispositionsByType.remove(ALL_TYPES)));
        double allCalls = total(leftOver);
        dispositionsByType.values().forEach(part -> part.forEach((name, n) -> leftOver.merge(name, -n, Double::sum)));
        calls.remove(ALL_TYPES);
        double named = total(calls);

        List<CallType> types = new ArrayList<>();
        dispositionsByType.forEach((name, part) -> types.add(new CallType(name, dispositions(name, part))));
        double[] tail = tail(types.size() + 1);
        WeightedChoice<String> tailDispositions = new WeightedChoice<>(leftOver);
        for (int i = 0; i < tail.length; i++) {
            types.add(new CallType(RareTypeNames.name(i), tailDispositions));
        }
        return new WeightedChoice<>(types, weights(tail, allCalls - named));
    }

    private double[] weights(double[] tail, double tailCalls) {
        double[] weights = new double[calls.size() + tail.length];
        int next = 0;
        for (double frequency : calls.values()) {
            weights[next++] = frequency;
        }
        double tailTotal = 0;
        for (double frequency : tail) {
            tailTotal += frequency;
        }
        for (double frequency : tail) {
            weights[next++] = frequency * tailCalls / tailTotal;
        }
        return weights;
    }

    /** What the table does not say about a type is as with all the calls of which it says nothing. */
    private WeightedChoice<String> dispositions(String type, Map<String, Double> known) {
        double unknown = Objects.requireNonNull(calls.get(type)) - total(known);
        double all = total(leftOver);
        Map<String, Double> weights = new LinkedHashMap<>(known);
        leftOver.forEach((name, n) -> weights.merge(name, n * unknown / all, Double::sum));
        return new WeightedChoice<>(weights);
    }

    /** Frequencies by rank, in three straight pieces on logarithmic scales, fitted to the file. */
    private static double[] tail(int firstRank) {
        double[] frequencies = new double[TYPES - firstRank + 1];
        double frequency = 1;
        for (int i = 0; i < frequencies.length; i++) {
            int rank = firstRank + i;
            frequencies[i] = frequency;
            double slope = rank < 100 ? 1.49 : rank < 500 ? 2.16 : 1.5;
            frequency *= StrictMath.pow((rank + 1.0) / rank, -slope);
        }
        return frequencies;
    }

    private static double total(Map<String, Double> frequencies) {
        return frequencies.values().stream().mapToDouble(n -> n).sum();
    }
}
