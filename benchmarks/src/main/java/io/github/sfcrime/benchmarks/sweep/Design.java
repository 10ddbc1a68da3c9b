package io.github.sfcrime.benchmarks.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which combinations of factors a sweep visits: all of them, or a fraction of those of two levels. In a fraction the last
 * factors follow from the others by generators, which statisticians write as {@code C=AB}: the factors that vary are
 * lettered in their order, without I; C is at its second level where A and B are at the same one.
 */
final class Design {

    private static final String LETTERS = "ABCDEFGHJKLMNOP";

    private final List<Factor> varied;
    private final List<Factor> kept;
    private final Map<Integer, List<Integer>> generators;

    private Design(List<Factor> factors, Map<Integer, List<Integer>> generators) {
        varied = factors.stream().filter(Factor::varies).toList();
        kept = factors.stream().filter(factor -> !factor.varies()).toList();
        this.generators = generators;
    }

    /** The design that a grid's file describes; {@code generators} is empty or like {@code F=BCDE, G=ACDE}. */
    static Design of(List<Factor> factors, String generators) {
        Map<Integer, List<Integer>> parsed = new LinkedHashMap<>();
        if (!generators.isBlank()) {
            for (String generator : generators.split(",", -1)) {
                String[] sides = generator.strip().split("=", -1);
                if (sides.length != 2 || sides[0].length() != 1) {
                    throw new IllegalArgumentException("a generator is written like C=AB: " + generator);
                }
                parsed.put(
                        index(sides[0].charAt(0)),
                        sides[1].chars()
                                .mapToObj(letter -> index((char) letter))
                                .toList());
            }
        }
        Design design = new Design(factors, parsed);
        design.validate();
        return design;
    }

    private static int index(char letter) {
        int index = LETTERS.indexOf(letter);
        if (index < 0) {
            throw new IllegalArgumentException("generators have capital letters without I: " + letter);
        }
        return index;
    }

    private void validate() {
        if (generators.isEmpty()) {
            return;
        }
        if (varied.stream().anyMatch(factor -> factor.levels().size() != 2)) {
            throw new IllegalArgumentException("generators need settings of two values each");
        }
        generators.forEach((factor, from) -> {
            boolean known = factor < varied.size() && from.stream().allMatch(index -> index < varied.size());
            if (!known || from.stream().anyMatch(generators::containsKey)) {
                throw new IllegalArgumentException(
                        "a generator names a setting that is not there, or is generated itself: "
                                + LETTERS.charAt(factor));
            }
        });
    }

    /** All combinations that are visited, in standard order. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        collect(new int[varied.size()], 0, cells);
        return cells;
    }

    private void collect(int[] levels, int factor, List<Cell> cells) {
        if (factor == levels.length) {
            cells.add(cell(levels));
            return;
        }
        if (generators.containsKey(factor)) {
            collect(levels, factor + 1, cells);
            return;
        }
        for (int level = 0; level < varied.get(factor).levels().size(); level++) {
            levels[factor] = level;
            collect(levels, factor + 1, cells);
        }
    }

    private Cell cell(int[] chosen) {
        int[] levels = Arrays.copyOf(chosen, chosen.length);
        generators.forEach((factor, from) -> {
            long low = from.stream().filter(index -> chosen[index] == 0).count();
            levels[factor] = low % 2 == 0 ? 1 : 0;
        });
        Map<String, String> settings = new LinkedHashMap<>();
        kept.forEach(factor -> settings.put(factor.name(), factor.levels().get(0)));
        for (int factor = 0; factor < levels.length; factor++) {
            settings.put(varied.get(factor).name(), varied.get(factor).levels().get(levels[factor]));
        }
        return new Cell(settings);
    }
}
