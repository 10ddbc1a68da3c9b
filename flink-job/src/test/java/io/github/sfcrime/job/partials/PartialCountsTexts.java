package io.github.sfcrime.job.partials;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Partial counts as a person reads them: end of the slice, type, disposition, count. */
public final class PartialCountsTexts {

    private PartialCountsTexts() {}

    public static List<String> of(PartialCounts partial) {
        List<String> texts = new ArrayList<>();
        int next = 0;
        for (int slice = 0; slice < partial.sliceEnds.length; slice++) {
            for (int left = partial.sliceSizes[slice]; left > 0; left--) {
                int group = partial.groups[next];
                texts.add("%s %s %s %d"
                        .formatted(
                                Instant.ofEpochMilli(partial.sliceEnds[slice])
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalTime(),
                                partial.firsts[group],
                                partial.seconds[group],
                                partial.counts[next++]));
            }
        }
        return texts;
    }
}
