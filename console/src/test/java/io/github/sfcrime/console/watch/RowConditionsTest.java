package io.github.sfcrime.console.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
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
        assertThat(conditions(options.split("[|]")).test(WebhookTest.record())).isEqualTo(passes);
    }

    @Test
    void withoutConditionsEveryRowIsPassedOnAndNothingElse() {
        TopicRecord row = WebhookTest.record();
        TopicRecord tombstone =
                new TopicRecord(row.topic(), 1, 18, row.timestamp(), row.key(), new Content.Absent(), row.headers());

        assertThat(conditions().test(row)).isTrue();
        assertThat(conditions().test(tombstone)).isFalse();
    }

    @Command
    private static final class Holder {
        @Mixin
        private RowConditions conditions;
    }

    private static RowConditions conditions(String... options) {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs(options);
        return holder.conditions;
    }
}
