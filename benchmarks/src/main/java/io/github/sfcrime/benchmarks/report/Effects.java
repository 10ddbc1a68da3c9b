package io.github.sfcrime.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Effects in a two-level factorial design: ordinary least squares on the figure's logarithm, with settings coded -1 and 1,
 * and their products for interactions of two. A product that equals an earlier column is mixed with that one and told
 * beside it.
 */
final class Effects {

    private static final double CONFIDENCE = 0.95;

    private final List<Map<String, String>> settings;
    private final double[] logarithms;
    private final List<String> names = new ArrayList<>();
    private final List<List<String>> mixed = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();

    /** Of runs with those settings that came to those figures, all above 0. */
    Effects(List<Map<String, String>> settings, double[] figures) {
        this.settings = settings;
        logarithms = Arrays.stream(figures).map(Math::log).toArray();
        List<Levels> levels = Levels.ofTwo(settings);
        levels.forEach(each -> add(each.told(), column(each)));
        for (int i = 0; i < levels.size(); i++) {
            for (int j = i + 1; j < levels.size(); j++) {
                add(
                        levels.get(i).shortName() + " x " + levels.get(j).shortName(),
                        product(column(levels.get(i)), column(levels.get(j))));
            }
        }
    }

    private double[] column(Levels levels) {
        return settings.stream()
                .mapToDouble(each -> levels.isSecond(each) ? 1 : -1)
                .toArray();
    }

    private static double[] product(double[] one, double[] other) {
        double[] product = new double[one.length];
        Arrays.setAll(product, i -> one[i] * other[i]);
        return product;
    }

    private void add(String name, double[] column) {
        if (Arrays.stream(column).distinct().count() < 2) {
            return;
        }
        double[] opposite = Arrays.stream(column).map(value -> -value).toArray();
        for (int earlier = 0; earlier < columns.size(); earlier++) {
            if (Arrays.equals(columns.get(earlier), column) || Arrays.equals(columns.get(earlier), opposite)) {
                mixed.get(earlier).add(name);
                return;
            }
        }
        names.add(name);
        columns.add(column);
        mixed.add(new ArrayList<>());
    }

    /** All that can be told apart, the greatest first; none where there are too few runs for an interval. */
    List<Effect> ranked() {
        int runs = logarithms.length;
        int freedom = runs - columns.size() - 1;
        if (columns.isEmpty() || freedom < 1) {
            return List.of();
        }
        double[][] design = new double[runs][columns.size()];
        for (int run = 0; run < runs; run++) {
            for (int column = 0; column < columns.size(); column++) {
                design[run][column] = columns.get(column)[run];
            }
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(logarithms, design);
        double[] estimates = regression.estimateRegressionParameters();
        double[] errors = regression.estimateRegressionParametersStandardErrors();
        double quantile = new TDistribution(freedom).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double estimate = estimates[i + 1];
            double margin = quantile * errors[i + 1];
            effects.add(new Effect(
                    names.get(i),
                    mixed.get(i),
                    percent(estimate),
                    percent(estimate - margin),
                    percent(estimate + margin)));
        }
        effects.sort(Comparator.comparingDouble((Effect effect) -> Math.abs(Math.log1p(effect.percent() / 100)))
                .reversed());
        return effects;
    }

    /** From -1 to 1 are two steps. */
    private static double percent(double coefficient) {
        return Math.expm1(2 * coefficient) * 100;
    }
}
