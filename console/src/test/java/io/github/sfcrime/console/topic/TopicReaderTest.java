package io.github.sfcrime.console.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.console.Samples;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Reading a topic of two partitions. */
class TopicReaderTest {

    private static final String TOPIC = "crime_counts";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final RereadConsumer consumer = consumer();
    private final AtomicLong nanoTime = new AtomicLong();
    private final TopicReader reader = new TopicReader(
            consumer,
            TOPIC,
            new RecordDecoder(null),
            () -> nanoTime.getAndAdd(Duration.ofSeconds(1).toNanos()));
    private final List<String> read = new ArrayList<>();

    @Test
    void aReadEndsWhereTheTopicEndedWhenItBegan() throws IOException {
        arrive(0, 0, 1, 2);
        arrive(1, 0);
        ends(2, 1);
        assertThat(reader.readToEnd(this::note)).isEqualTo(3);
        assertThat(read).containsExactlyInAnyOrder("0:0", "0:1", "1:0");
    }

    @Test
    void theNextReadGoesOnWhereTheLastOneEnded() throws IOException {
        arrive(0, 0, 1, 2);
        ends(2, 0);
        reader.readToEnd(this::note);
        arrive(0, 2);
        ends(3, 0);
        assertThat(reader.readToEnd(this::note)).isEqualTo(1);
        assertThat(read).containsExactly("0:0", "0:1", "0:2");
    }

    @Test
    void theLastRecordsAreThoseOfTheLatestTimeOverAllPartitions() throws IOException {
        arrive(0, 0, 2, 4);
        arrive(1, 1, 3, 5);
        ends(5, 6);
        assertThat(reader.readLast(3, this::note)).isEqualTo(3);
        assertThat(read).containsExactly("1:3", "0:4", "1:5");
    }

    @Test
    void lookingForTheLastRecordsGoesBackUntilThereAreEnough() throws IOException {
        ends(5_000, 0);
        arrive(0, 1_200, 1_500, 4_999);
        assertThat(reader.readLast(2, this::note)).isEqualTo(2);
        assertThat(read).containsExactly("0:1500", "0:4999");
    }

    @Test
    void theLastRecordsAreInTheOrderOfTimeHoweverManyTheyAre() throws IOException {
        int many = 10_000;
        for (int i = 0; i < many; i++) {
            arrive(i % 2, i);
        }
        ends(many - 1, many);
        assertThat(reader.readLast(many - 10, this::note)).isEqualTo(many - 10);
        assertThat(read)
                .containsExactlyElementsOf(IntStream.range(10, many)
                        .mapToObj(offset -> offset % 2 + ":" + offset)
                        .toList());
    }

    @Test
    void theLastRecordsAreThoseOfAllThatAreWanted() throws IOException {
        for (int i = 0; i < 5_000; i++) {
            arrive(0, i);
        }
        ends(5_000, 0);
        reader.keep(record -> record.offset() % 1_000 == 7);
        assertThat(reader.readLast(3, this::note)).isEqualTo(3);
        assertThat(read).containsExactly("0:2007", "0:3007", "0:4007");
    }

    @Test
    void whatWasHandledBeforeAFailureIsCommittedForTheGroup() {
        arrive(0, 0, 1, 2);
        reader.goOnInGroup();

        assertThatThrownBy(() -> reader.follow(record -> {
                    if (record.offset() == 2) {
                        throw new IOException("refused");
                    }
                }))
                .hasMessage("refused");

        assertThat(consumer.committed(Set.of(PARTITION))).containsEntry(PARTITION, new OffsetAndMetadata(2));
    }

    @Test
    void whatIsNotWantedIsNotHandedOver() throws IOException {
        arrive(0, 0, 1, 2);
        arrive(1, 0, 1);
        ends(3, 2);
        reader.keepPartitions(List.of(0));
        reader.keep(record -> record.offset() != 1);
        assertThat(reader.readToEnd(this::note)).isEqualTo(2);
        assertThat(read).containsExactly("0:0", "0:2");
    }

    @Test
    void aReadEndsBeforeTheOffsetThatIsNamed() throws IOException {
        arrive(0, 0, 1, 2);
        arrive(1, 0);
        ends(3, 1);
        reader.endAt(new StartingPoint.Offset(2));
        assertThat(reader.readToEnd(this::note)).isEqualTo(3);
        assertThat(read).containsExactlyInAnyOrder("0:0", "0:1", "1:0");
    }

    @Test
    void aPartitionThatIsNotThereIsTheUsersMistake() {
        assertThatThrownBy(() -> reader.keepPartitions(List.of(1, 7)))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("topic crime_counts has no partition 7, but 0, 1");
    }

    @Test
    void noneOfTheLastRecordsLeavesTheReaderAtTheEnd() throws IOException {
        arrive(0, 0, 1);
        ends(2, 0);
        assertThat(reader.readLast(0, this::note)).isZero();
        assertThat(consumer.position(new TopicPartition(TOPIC, 0))).isEqualTo(2);
    }

    @Test
    void aReadBeginsAtAnOffsetThatIsThere() {
        ends(5, 1);
        reader.startAt(new StartingPoint.Offset(3));
        assertThat(List.of(
                        consumer.position(new TopicPartition(TOPIC, 0)),
                        consumer.position(new TopicPartition(TOPIC, 1))))
                .containsExactly(3L, 1L);
    }

    @Test
    void followingHandsOverWhatComesUntilItIsStopped() throws IOException {
        List<String> heard = new ArrayList<>();
        arrive(0, 0);
        arrive(1, 0);
        ends(1, 1);
        consumer.scheduleNopPollTask();
        consumer.schedulePollTask(reader::stop);
        assertThat(reader.follow(new RecordHandler() {
                    @Override
                    public void handle(TopicRecord record) {
                        heard.add(record.partition() + ":" + record.offset());
                    }

                    @Override
                    public void caughtUp() {
                        heard.add("caught up");
                    }
                }))
                .isEqualTo(2);
        assertThat(heard).containsExactly("0:0", "1:0", "caught up");
    }

    @Test
    void aBrokerThatFallsSilentBeforeTheEndIsNotWaitedForForEver() {
        ends(1, 0);
        assertThatThrownBy(() -> reader.readToEnd(this::note))
                .isInstanceOf(KafkaException.class)
                .hasMessageStartingWith("nothing came from topic crime_counts for 30 s, though its end is not reached");
    }

    @Test
    void aTopicThatIsNotThereIsToldWithThoseThatComeNear() {
        assertThatThrownBy(() -> new TopicReader(consumer, "crime_conts", new RecordDecoder(null), nanoTime::get))
                .isInstanceOf(UnknownTopicException.class)
                .isInstanceOf(UserErrorException.class)
                .hasMessage("topic crime_conts does not exist, did you mean crime_counts?");
        assertThatThrownBy(() -> new TopicReader(consumer, "x", new RecordDecoder(null), nanoTime::get))
                .isInstanceOf(UnknownTopicException.class)
                .hasMessage("topic x does not exist, there are crime_counts");
    }

    private void note(TopicRecord record) {
        read.add(record.partition() + ":" + record.offset());
    }

    private void ends(long first, long second) {
        consumer.updateEndOffsets(Map.of(new TopicPartition(TOPIC, 0), first, new TopicPartition(TOPIC, 1), second));
    }

    private void arrive(int partition, long... offsets) {
        for (long offset : offsets) {
            add(partition, offset);
        }
    }

    private void add(int partition, long offset) {
        consumer.log.add(new ConsumerRecord<>(
                TOPIC,
                partition,
                offset,
                offset,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                null,
                Samples.COUNTS.encode(Samples.handled("Passing Call", offset)),
                new RecordHeaders(),
                Optional.empty()));
    }

    private static RereadConsumer consumer() {
        RereadConsumer consumer = new RereadConsumer();
        consumer.updatePartitions(
                TOPIC,
                List.of(new PartitionInfo(TOPIC, 0, null, null, null), new PartitionInfo(TOPIC, 1, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(new TopicPartition(TOPIC, 0), 0L, new TopicPartition(TOPIC, 1), 0L));
        return consumer;
    }

    /** Kafka's mock, which forgets what it has handed out, on a log that stays. */
    private static final class RereadConsumer extends MockConsumer<byte[], byte[]> {

        private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();

        RereadConsumer() {
            super("none");
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            for (ConsumerRecord<byte[], byte[]> record : log) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (assignment().contains(partition)
                        && !paused().contains(partition)
                        && record.offset() >= position(partition)) {
                    addRecord(record);
                }
            }
            return super.poll(timeout);
        }
    }
}
