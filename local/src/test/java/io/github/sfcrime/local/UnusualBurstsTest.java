package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.RecordHandler;
import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.CommonClientConfigs;
import org.junit.jupiter.api.Test;

/**
 * How many planted bursts the job finds, how soon, and how often it is wrong, as the page says; {@code -Dbursts.write=true}
 * writes the page's table anew.
 */
class UnusualBurstsTest {

    private static final Path PAGE = Path.of("../docs/job.md");
    private static final String BEGIN = "<!-- bursts: written by UnusualBurstsTest -->\n";
    private static final String END = "<!-- end of bursts -->";

    @Test
    void thePageSaysHowManyPlantedBurstsAreFoundAndHowManyFalseAlarmsThereAre() throws Exception {
        PlantedBursts bursts = PlantedBursts.plan();
        List<Found> episodes;
        try (Stack stack = Stack.temporary()
                .start(
                        BrokerSettings.onFreePort(),
                        ClusterSettings.onFreePort().with("taskmanager.numberOfTaskSlots", "2"))) {
            Path calls = stack.directory().resolve("calls.jsonl");
            stack.load(List.of(
                    "generate",
                    "--quiet",
                    "--stages",
                    "--start",
                    PlantedBursts.START.toString(),
                    "-n",
                    Long.toString(PlantedBursts.CALLS),
                    "--output",
                    calls.toString()));
            bursts.plantInto(calls);
            stack.load(List.of("load", "--quiet", "-b", stack.bootstrapServers(), calls.toString()));
            run(stack);
            episodes = episodes(stack);
        }

        String page = Files.readString(PAGE);
        String written = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + bursts.table(episodes)
                + page.substring(page.indexOf(END));
        System.out.println(bursts.table(episodes));
        if (Boolean.getBoolean("bursts.write")) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    private static void run(Stack stack) throws InterruptedException {
        ClientRun run = stack.flink(List.of(
                "run",
                "--parallelism",
                "2",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--query",
                "unusual",
                "--bounded"));
        assertThat(run.exitCode()).as(String.join("\n", run.output())).isZero();
    }

    /**
     * An episode that has ended.
     *
     * @param firstRow end of the window whose closing wrote the first row
     */
    record Found(String type, String district, LocalDateTime start, LocalDateTime end, LocalDateTime firstRow) {

        boolean overlaps(LocalDateTime from, LocalDateTime to) {
            return start.isBefore(to) && end.isAfter(from);
        }
    }

    private static List<Found> episodes(Stack stack) throws IOException {
        Map<String, Object> kafka = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers());
        Episodes episodes = new Episodes();
        try (TopicReader reader = TopicReader.open(kafka, Topic.CRIME_ALERTS.name())) {
            reader.readToEnd(episodes);
        }
        assertThat(episodes.firstRows).as("episodes that have not ended").isEmpty();
        return episodes.ended;
    }

    /** Takes rows in the order of each episode's. */
    private static final class Episodes implements RecordHandler {

        private final Map<List<Object>, LocalDateTime> firstRows = new HashMap<>();
        private final List<Found> ended = new ArrayList<>();

        @Override
        public void handle(TopicRecord record) {
            Row row = Row.of(record);
            String type = (String) Objects.requireNonNull(row.value("original_crime_type_name"));
            String district = (String) Objects.requireNonNull(row.value("police_district"));
            LocalDateTime start = time(row, "episode_start");
            LocalDateTime end = time(row, "episode_end");
            List<Object> episode = List.of(type, district, start);
            LocalDateTime first = firstRows.computeIfAbsent(episode, begins -> end);
            if (Boolean.TRUE.equals(row.value("ended"))) {
                firstRows.remove(episode);
                ended.add(new Found(type, district, start, end, first));
            }
        }

        private static LocalDateTime time(Row row, String name) {
            return LocalDateTime.parse((String) Objects.requireNonNull(row.value(name)));
        }

        @Override
        public void caughtUp() {}
    }
}
