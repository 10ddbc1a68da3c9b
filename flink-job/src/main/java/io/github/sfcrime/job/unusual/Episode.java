package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.alerts.Alert;
import io.github.sfcrime.job.groups.GroupCount;

/** Unusual windows of a type and district that follow each other. */
final class Episode {

    final long start;
    long end;
    long windows;
    /** The most improbable of its windows. */
    Suspect peak;

    Episode(long start, long end, long windows, Suspect peak) {
        this.start = start;
        this.end = end;
        this.windows = windows;
        this.peak = peak;
    }

    static Episode of(Suspect first) {
        return new Episode(first.windowStart, first.windowEnd, 1, first);
    }

    void add(Suspect next) {
        end = next.windowEnd;
        windows++;
        if (next.probability < peak.probability) {
            peak = next;
        }
    }

    /** Its row. */
    GroupCount row(boolean ended) {
        GroupCount row = new GroupCount();
        row.windowStart = peak.windowStart;
        row.windowEnd = peak.windowEnd;
        row.first = peak.type;
        row.second = peak.district;
        row.count = peak.count;
        row.alert = alert(ended);
        return row;
    }

    private Alert alert(boolean ended) {
        Alert alert = new Alert();
        alert.episodeStart = start;
        alert.episodeEnd = end;
        alert.ended = ended;
        alert.windows = windows;
        alert.expected = peak.expected;
        alert.lower = peak.lower;
        alert.upper = peak.upper;
        alert.probability = peak.probability;
        return alert;
    }
}
