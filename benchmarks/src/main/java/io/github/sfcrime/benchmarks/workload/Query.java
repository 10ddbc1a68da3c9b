package io.github.sfcrime.benchmarks.workload;

import java.util.Locale;

/** What calls are counted by, named as the job's setting names it. */
public enum Query {
    /** Per hour, type and disposition. */
    COUNTS,
    /** Per type and disposition, without an end, written again and again. */
    TOTALS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Query named(String name) {
        for (Query query : values()) {
            if (query.toString().equals(name)) {
                return query;
            }
        }
        throw new IllegalArgumentException("query must be counts or totals: " + name);
    }
}
