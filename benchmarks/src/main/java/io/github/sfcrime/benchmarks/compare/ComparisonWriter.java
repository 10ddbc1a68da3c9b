package io.github.sfcrime.benchmarks.compare;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Comparisons as text. */
final class ComparisonWriter {

    private ComparisonWriter() {}

    /** A comparison as a table for people. */
    static String table(Comparison comparison) {
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                comparison.contenders(),
                List.of(
                        new Column()
                                .header("contender")
                                .dataAlign(HorizontalAlign.LEFT)
                                .with(ContenderResult::name),
                        number("records", ContenderResult::records),
                        number("rows = oracle", ContenderResult::rowsEqualOracle),
                        number("min records/s", ContenderResult::minRecordsPerSecond),
                        number("median", ContenderResult::medianRecordsPerSecond),
                        number("max", ContenderResult::maxRecordsPerSecond),
                        number("CPU s/million", ContenderResult::cpuSecondsPerMillion),
                        number("whole run/s", ContenderResult::wholeRunRecordsPerSecond),
                        number("steady s", ContenderResult::steadySeconds),
                        number("rows out", ContenderResult::resultsOut),
                        number("runs", ContenderResult::runs)));
    }

    private static ColumnData<ContenderResult> number(
            String header, Function<ContenderResult, @Nullable Object> figure) {
        return new Column().header(header).dataAlign(HorizontalAlign.RIGHT).with(row -> text(figure.apply(row)));
    }

    private static String text(@Nullable Object figure) {
        if (figure == null) {
            return "-";
        }
        if (figure instanceof Boolean answer) {
            return answer ? "yes" : "NO";
        }
        return figure instanceof Long whole ? String.format(Locale.ROOT, "%,d", whole) : figure.toString();
    }
}
