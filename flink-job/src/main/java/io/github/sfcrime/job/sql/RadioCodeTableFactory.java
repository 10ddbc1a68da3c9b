package io.github.sfcrime.job.sql;

import io.github.sfcrime.schemas.RadioCodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;

/**
 * The connector {@code sfcrime-radio-codes}: radio codes, built-in or from a file, as a table for lookup joins.
 */
public final class RadioCodeTableFactory implements DynamicTableSourceFactory {

    static final String IDENTIFIER = "sfcrime-radio-codes";

    static final ConfigOption<String> PATH = ConfigOptions.key("path")
            .stringType()
            .noDefaultValue()
            .withDescription("A JSON array of objects with disposition_code and description, read where the query is"
                    + " planned; else the codes are the built-in ones.");

    private static final List<String> COLUMNS = List.of("disposition_code", "description");

    @Override
    public String factoryIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of();
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of(PATH);
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
        helper.validate();
        List<String> columns = context.getCatalogTable().getResolvedSchema().getColumnNames();
        if (!columns.equals(COLUMNS)) {
            throw new ValidationException("radio codes have the columns " + COLUMNS + ", not " + columns);
        }
        return new RadioCodeTable(helper.getOptions()
                .getOptional(PATH)
                .map(RadioCodeTableFactory::read)
                .orElseGet(RadioCodes::builtIn));
    }

    private static Map<String, String> read(String path) {
        try (InputStream json = Files.newInputStream(Path.of(path))) {
            return RadioCodes.read(json);
        } catch (IOException e) {
            throw new ValidationException("cannot read radio codes from " + path + ": " + e, e);
        }
    }
}
