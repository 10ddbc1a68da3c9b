package io.github.sfcrime.job.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.LookupFunction;

/** The row of a radio code, if there is one. */
public final class LookUpRadioCode extends LookupFunction {

    private final LinkedHashMap<String, String> descriptions;
    private transient Map<StringData, Collection<RowData>> rows;

    LookUpRadioCode(Map<String, String> descriptions) {
        this.descriptions = new LinkedHashMap<>(descriptions);
    }

    @Override
    public void open(FunctionContext context) {
        rows = new HashMap<>();
        descriptions.forEach((code, description) -> {
            StringData key = StringData.fromString(code);
            rows.put(key, List.of(GenericRowData.of(key, StringData.fromString(description))));
        });
    }

    @Override
    public Collection<RowData> lookup(RowData key) {
        return Objects.requireNonNullElse(rows.get(key.getString(0)), List.of());
    }
}
