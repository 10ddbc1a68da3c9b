package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.benchmarks.workload.Group;
import io.github.sfcrime.benchmarks.workload.Query;
import io.github.sfcrime.benchmarks.workload.Windows;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallTotal;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.RadioCodes;
import io.github.sfcrime.schemas.WireFormat;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a query's rows are read. */
abstract class RowFormat {

    private static final long WRONG = -1;

    private final Map<String, String> descriptions = RadioCodes.builtIn();
    private final Map<String, String> texts = new HashMap<>();

    private RowFormat() {}

    static RowFormat of(Query query, Windows windows) {
        return query == Query.TOTALS ? new Totals() : new Counts(windows);
    }

    /** The row in a record. */
    abstract Row read(byte[] value) throws MalformedRecordException;

    Row row(long end, String type, @Nullable String disposition, boolean isRight, long count) {
        Group group = new Group(end, one(type), one(Objects.requireNonNullElse(disposition, "")));
        return new Row(group, isRight ? count : WRONG);
    }

    boolean isSpeltOut(@Nullable String disposition, @Nullable String description) {
        return Objects.equals(description, descriptions.get(disposition));
    }

    private String one(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    /**
     * A row.
     *
     * @param group what it counts
     * @param count how many; below 0 where its window's start or its description is wrong
     */
    record Row(Group group, long count) {}

    /** Rows of windows. */
    private static final class Counts extends RowFormat {

        private final WireFormat<CallCount> format = new WireFormat<>(CallCount.getClassSchema());
        private final Windows windows;

        private Counts(Windows windows) {
            this.windows = windows;
        }

        @Override
        Row read(byte[] value) throws MalformedRecordException {
            CallCount row = format.decode(value);
            long end = row.getWindowEnd().toEpochSecond(ZoneOffset.UTC);
            return row(
                    end,
                    row.getOriginalCrimeTypeName(),
                    row.getDisposition(),
                    isSpeltOut(row.getDisposition(), row.getDescription())
                            && row.getWindowStart().toEpochSecond(ZoneOffset.UTC) == windows.start(end),
                    row.getCount());
        }
    }

    /** Running totals. */
    private static final class Totals extends RowFormat {

        private final WireFormat<CallTotal> format = new WireFormat<>(CallTotal.getClassSchema());

        @Override
        Row read(byte[] value) throws MalformedRecordException {
            CallTotal row = format.decode(value);
            return row(
                    Group.NO_WINDOW,
                    row.getOriginalCrimeTypeName(),
                    row.getDisposition(),
                    isSpeltOut(row.getDisposition(), row.getDescription()),
                    row.getCount());
        }
    }
}
