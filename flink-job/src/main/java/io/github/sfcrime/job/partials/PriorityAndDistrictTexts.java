package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.legs.PriorityAndDistrict;
import java.util.HashMap;
import java.util.Map;

/** The texts of priorities and districts, each made once between two flushes. */
final class PriorityAndDistrictTexts {

    private final Map<PriorityAndDistrict, String> texts = new HashMap<>();

    String of(CallBatch batch, int call) {
        return texts.computeIfAbsent(
                PriorityAndDistrict.of(batch.priorities[call], batch.districts[call]), key -> key.text());
    }

    /** Forgets them: priorities and districts are few, but what others write need not be. */
    void clear() {
        texts.clear();
    }
}
