package io.github.sfcrime.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void recordsOfEveryTopicCarryTheTimeAtWhichTheBrokerAppendedThem() {
        for (Topic topic :
                List.of(Topic.CRIME_DATA, Topic.CRIME_DATA_LATE, Topic.CRIME_DATA_DEAD_LETTER, Topic.CRIME_COUNTS)) {
            assertThat(topic.specification(3).configs()).containsEntry("message.timestamp.type", "LogAppendTime");
        }
    }

    @Test
    void aCompactedTopicIsCreatedAsOne() {
        NewTopic totals = new Topic("totals", true).named("other_totals").specification(4);

        assertThat(totals.name()).isEqualTo("other_totals");
        assertThat(totals.numPartitions()).isEqualTo(4);
        assertThat(totals.configs()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void aRecordThatIsSetAsideFitsWithItsReasonHoweverLargeItIs() {
        assertThat(Topic.CRIME_DATA_DEAD_LETTER.specification(1).configs())
                .containsEntry("max.message.bytes", Integer.toString(Topic.CRIME_DATA_DEAD_LETTER.largestRecord()));
        assertThat(Topic.CRIME_DATA_DEAD_LETTER.largestRecord())
                .isGreaterThan(Topic.CRIME_DATA.largestRecord() + 50_000);
    }
}
