package io.github.sfcrime.job.sql;

import java.util.Arrays;
import java.util.Map;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.lookup.LookupFunctionProvider;

/** Radio codes as a table for lookup joins, which have no state: {@code FOR SYSTEM_TIME AS OF}. */
final class RadioCodeTable implements LookupTableSource {

    private static final int[][] BY_CODE = {{0}};

    private final Map<String, String> descriptions;

    RadioCodeTable(Map<String, String> descriptions) {
        this.descriptions = descriptions;
    }

    @Override
    public LookupRuntimeProvider getLookupRuntimeProvider(LookupContext context) {
        if (!Arrays.deepEquals(context.getKeys(), BY_CODE)) {
            throw new ValidationException("radio codes are joined by disposition_code and by nothing else");
        }
        return LookupFunctionProvider.of(new LookUpRadioCode(descriptions));
    }

    @Override
    public DynamicTableSource copy() {
        return new RadioCodeTable(descriptions);
    }

    @Override
    public String asSummaryString() {
        return "radio codes";
    }
}
