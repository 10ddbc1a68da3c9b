package io.github.sfcrime.local.chaos.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls of the loader's file, in its order, and which of them are in the topic. */
final class SentCalls {

    private static final Pattern CRIME_ID = Pattern.compile("\"crime_id\":\"?(\\d+)");

    private final Map<Long, Integer> places = new HashMap<>();
    private final BitSet there = new BitSet();
    private final Map<Integer, Integer> latest = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** Of a file of JSON lines. */
    static SentCalls of(Path file) throws IOException {
        SentCalls calls = new SentCalls();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher id = CRIME_ID.matcher(line);
                if (!id.find()) {
                    throw new ChaosFailure("a call without a number in " + file + ": " + line);
                }
                calls.sends(Long.parseLong(id.group(1)));
            }
        }
        return calls;
    }

    /** The next call of the file has that number. */
    void sends(long id) {
        if (places.putIfAbsent(id, places.size()) != null) {
            throw new ChaosFailure("two calls of the file have the number " + id);
        }
    }

    /** The next call of a partition has that number. */
    void read(int partition, long id) {
        Integer place = places.get(id);
        if (place == null) {
            mistakes.add("call that nobody sent: " + id);
            return;
        }
        if (there.get(place)) {
            mistakes.add("call is in the topic twice: " + id);
        }
        there.set(place);
        if (latest.getOrDefault(partition, -1) > place) {
            mistakes.add("call is out of order in partition " + partition + ": " + id);
        }
        latest.merge(partition, place, Math::max);
    }

    /** How many are in the topic. */
    long read() {
        return there.cardinality();
    }

    /** What is wrong so far: calls that are missing though each of the partitions has later ones, besides doubled ones. */
    List<String> differences(Set<Integer> partitions) {
        int all = partitions.stream()
                .mapToInt(partition -> latest.getOrDefault(partition, -1))
                .min()
                .orElse(-1);
        return differences(all);
    }

    /** What is wrong once nothing is sent any more: calls that are missing though later ones are there. */
    List<String> differencesAtEnd() {
        return differences(there.length() - 1);
    }

    private List<String> differences(int upTo) {
        List<String> lines = new ArrayList<>(mistakes);
        int missing = upTo + 1 - there.get(0, upTo + 1).cardinality();
        if (missing > 0) {
            lines.add(missing + " calls are missing in the topic, the first is number " + there.nextClearBit(0)
                    + " of the file");
        }
        return lines;
    }
}
