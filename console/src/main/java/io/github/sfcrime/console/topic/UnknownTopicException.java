package io.github.sfcrime.console.topic;

import io.github.sfcrime.cli.UserErrorException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The cluster does not have the topic; the message suggests topics with similar names. */
public final class UnknownTopicException extends UserErrorException {

    private static final double NEAR = 0.85;
    private static final int NAMED = 3;

    UnknownTopicException(String topic, Collection<String> present) {
        super("topic " + topic + " does not exist, " + suggestion(topic, present));
    }

    private static String suggestion(String topic, Collection<String> present) {
        List<String> others =
                present.stream().filter(name -> !name.startsWith("__")).sorted().toList();
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        List<String> near = others.stream()
                .filter(name -> similarity.apply(topic, name) >= NEAR)
                .sorted(Comparator.comparingDouble(name -> -similarity.apply(topic, name)))
                .limit(NAMED)
                .toList();
        if (!near.isEmpty()) {
            return "did you mean " + String.join(" or ", near) + "?";
        }
        return others.isEmpty() ? "and the cluster has no topics yet" : "there are " + String.join(", ", others);
    }
}
