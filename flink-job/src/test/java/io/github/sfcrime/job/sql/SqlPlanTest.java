package io.github.sfcrime.job.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Flink's planner makes of the questions; no broker is asked. */
class SqlPlanTest {

    private static final String ALL = "counts,types,top-types,dispositions,places,districts,response-times,totals";

    @Test
    void allQuestionsInOneJobReadTheCallsOnce() {
        assertThat(plan("--query", ALL).stream()
                        .filter(line -> line.contains("TableSourceScan"))
                        .toList())
                .hasSize(1);
    }

    @Test
    void windowsAreCountedBeforeTheShuffleAndTotalsKeepTheirKey() {
        assertThat(plan("--query", ALL))
                .anyMatch(line -> line.contains("LocalWindowAggregate"))
                .anyMatch(line -> line.contains("LocalGroupAggregate"))
                .noneMatch(line -> line.contains("upsertMaterialize"));
    }

    @ParameterizedTest
    @CsvSource({
        "--window PT1H, 'TUMBLE(time_col=[call_date_time], size=[1 h])'",
        "--window P7D, 'TUMBLE(time_col=[call_date_time], size=[7 d], offset=[4 d])'",
        "--window PT1H --slide PT10M, 'HOP(time_col=[call_date_time], size=[1 h], slide=[10 min])'",
        "--window P1D --cumulate PT1H, 'CUMULATE(time_col=[call_date_time], max_size=[1 d], step=[1 h])'",
        "--window P364D --cumulate P7D,"
                + " 'CUMULATE(time_col=[call_date_time], max_size=[364 d], step=[7 d], offset=[4 d])'"
    })
    void everyQuestionIsAskedOfTheWindowsThatTheSettingsSay(String window, String function) {
        for (String query :
                List.of("counts", "types", "top-types", "dispositions", "places", "districts", "response-times")) {
            assertThat(plan(("--query " + query + " " + window).split(" ")))
                    .as(query)
                    .anyMatch(line -> line.contains("window=[" + function + "]"));
        }
    }

    @Test
    void theSettingsReachTheTablesAndTheQuestions() {
        assertThat(plan("--query", "top-types,counts", "--watermark-bound", "PT70M", "--top", "3", "--join", "inner"))
                .anyMatch(line -> line.contains("watermark=[-(call_date_time, 4200000:INTERVAL"))
                .anyMatch(line -> line.contains("idletimeout=[60000]"))
                .anyMatch(line -> line.contains("rankRange=[rankStart=1, rankEnd=3]"))
                .anyMatch(line -> line.contains("joinType=[InnerJoin]"));
        assertThat(plan("--bounded", "true")).noneMatch(line -> line.contains("idletimeout"));
    }

    @Test
    void openCallsAreFollowedOnceAndTheirGroupsKeepTheirKey() {
        assertThat(plan("--query", "open-calls", "--updates", "3d"))
                .areExactly(1, containing("TableSourceScan"))
                .areExactly(1, containing("Rank("))
                .areExactly(1, containing("TO_CHANGELOG"))
                .areExactly(2, containing("LocalGroupAggregate"))
                .areExactly(1, containing("SESSION(time_col=[call_date_time], gap=[3 d], partition keys=[crime_id])"))
                .noneMatch(line -> line.contains("upsertMaterialize"));
    }

    @Test
    void aBoundedRunForgetsNoCall() {
        assertThat(plan("--query", "open-calls", "--updates", "3d", "--bounded"))
                .areExactly(1, containing("Rank("))
                .noneMatch(line -> line.contains("SESSION"));
    }

    private static Condition<String> containing(String text) {
        return new Condition<>(line -> line.contains(text), "contains " + text);
    }

    @Test
    void openCallsNeedToBeToldHowLongTheyCanBeAndAreAskedAlone() {
        assertThatThrownBy(() -> SqlArguments.parse("--query", "open-calls"))
                .hasMessage(
                        "open-calls needs updates, which says how long a call can be open, as in --updates 3d: no updates");
        assertThatThrownBy(() -> SqlArguments.parse("--query", "open-calls,counts", "--updates", "3d"))
                .hasMessage(
                        "the SQL follows updates of calls for open-calls alone: ask that in a job of its own: PT72H");
        assertThatThrownBy(() -> SqlArguments.parse("--query", "open-calls", "--updates", "0s"))
                .hasMessage("updates must be positive: PT0S");
    }

    @Test
    void whatTheSqlCannotDoIsAMistakeThatSaysSo() {
        assertThatThrownBy(() -> SqlArguments.parse("--window", "PT1H", "--slide", "PT40M"))
                .hasMessage("slide must divide the window PT1H, as SQL's windows need it: PT40M");
        assertThatThrownBy(() -> SqlArguments.parse("--query", "cuonts"))
                .hasMessage("query must be one or several of counts, types, top-types, dispositions, places, districts,"
                        + " response-times, unusual, open-calls, totals: cuonts");
    }

    @Test
    void whatIsUnusualIsRefused() {
        assertThatThrownBy(() -> SqlArguments.parse("--query", "counts,unusual"))
                .hasMessage(
                        "the SQL does not answer what is unusual, which is a matter of history: ask the job's other entry:"
                                + " query");
    }

    private static List<String> plan(String... arguments) {
        String explained = CountCallsSql.statements(
                        StreamExecutionEnvironment.createLocalEnvironment(2), SqlArguments.parse(arguments), 4)
                .explain();
        return explained
                .substring(explained.indexOf("== Optimized Execution Plan =="))
                .lines()
                .toList();
    }
}
