package io.github.sfcrime.loader.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Police districts and their neighbourhoods, with the shares of calls that {@code districts.tsv} gives them. */
final class CallDistricts {

    private static final String SHARES = "districts.tsv";

    private CallDistricts() {}

    /**
     * A police district and a neighbourhood in it.
     *
     * @param district as the feeds spell it, in capitals
     * @param neighborhood as the feeds spell it
     */
    record District(String district, String neighborhood) {}

    static WeightedChoice<District> choice() {
        Map<District, Double> weights = new LinkedHashMap<>();
        for (String line : ResourceLines.of(SHARES)) {
            List<String> columns = List.of(line.split("\t", -1));
            double calls = Double.parseDouble(columns.get(0));
            List<String> neighborhoods = columns.subList(2, columns.size());
            for (int i = 0; i < neighborhoods.size(); i++) {
                double share = i == 0 ? 0.5 : 0.5 / (neighborhoods.size() - 1);
                weights.put(new District(columns.get(1), neighborhoods.get(i)), calls * share);
            }
        }
        return new WeightedChoice<>(weights);
    }
}
