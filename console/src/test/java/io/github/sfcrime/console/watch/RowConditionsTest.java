package io.github.sfcrime.console.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class RowConditionsTest {

    @ParameterizedTest
    @CsvSource({
        "--type=Passing Call, true",
        "--type=Traffic Stop, false",
        "--type=Passing Call|--disposition=HAN|--at-least=12, true",
        "--type=Passing Call|--disposition=ADV, false",
        "--at-least=13, false",
        "--district=Mission, false",
        "--field=window_start=2018-10-02T09:00:00|--field=count=12, true",
        "--field=window_start=2018-10-02T10:00:00, false"
    })
    void aRowIsPassedOnIfAllConditionsHold(String options, boolean passes) {
        assertThat(passing(options.split("[|]")).test(WebhookTest.record())).isEqualTo(passes);
    }

    @Test
    void withoutConditionsEveryRowIsPassedOnAndNothingElse() {
        TopicRecord row = WebhookTest.record();
        TopicRecord tombstone =
                new TopicRecord(row.topic(), 1, 18, row.timestamp(), row.key(), new Content.Absent(), row.headers());

        assertThat(passing().test(row)).isTrue();
        assertThat(passing().test(tombstone)).isFalse();
    }

    @Test
    void aFieldThatRowsDoNotHaveIsToldAtTheFirstOne() {
        List<String> remarks = new ArrayList<>();
        Predicate<TopicRecord> conditions =
                conditions("--district=Mission", "--field=leg=onscene").predicate(remarks::add);

        assertThat(conditions.test(WebhookTest.record())).isFalse();
        assertThat(conditions.test(WebhookTest.record())).isFalse();

        assertThat(remarks)
                .containsExactly("a record of CallCount has no field leg, police_district; there are window_start,"
                        + " window_end, original_crime_type_name, disposition, description, count");
    }

    @Command
    private static final class Holder {
        @Mixin
        private RowConditions conditions;
    }

    private static Predicate<TopicRecord> passing(String... options) {
        return conditions(options).predicate(remark -> {});
    }

    private static RowConditions conditions(String... options) {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs(options);
        return holder.conditions;
    }
}
