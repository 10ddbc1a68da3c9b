package io.github.sfcrime.job.sql;

import static org.apache.flink.table.api.config.OptimizerConfigOptions.TABLE_OPTIMIZER_AGG_PHASE_STRATEGY;

import io.github.sfcrime.job.arguments.ArgumentParser;
import io.github.sfcrime.job.failures.ClientErrors;
import io.github.sfcrime.job.failures.Patience;
import io.github.sfcrime.job.failures.PermanentFailure;
import io.github.sfcrime.job.failures.TransientFailure;
import io.github.sfcrime.job.kafka.settings.KafkaTopics;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.AggregatePhaseStrategy;
import org.apache.kafka.common.KafkaException;

/** Answers the job's queries in SQL: with the same topics, and the same settings as far as SQL supports them. */
public final class CountCallsSql {

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);
    private static final Pattern SET = Pattern.compile("SET '(.+)' = '(.+)'");

    private CountCallsSql() {}

    /** Runs with the settings in {@code args}; a mistake in them is one line on the client's terminal. */
    public static void main(String[] args) throws Exception {
        if (ArgumentParser.printsHelp(new SqlArguments(), args)) {
            return;
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        try {
            define(environment, SqlArguments.parse(args));
        } catch (IllegalArgumentException | KafkaException | PermanentFailure | TransientFailure e) {
            throw ClientErrors.oneLine(e);
        }
        ClientErrors.execute(environment, "Count calls for service in SQL");
    }

    private static void define(StreamExecutionEnvironment environment, SqlSettings settings)
            throws InterruptedException {
        int partitions = prepare(environment, settings);
        // Rows are made anew for each record, and operators of SQL keep copies of what they keep.
        environment.getConfig().enableObjectReuse();
        if (!environment.getCheckpointConfig().isCheckpointingEnabled()) {
            environment.enableCheckpointing(CHECKPOINT_INTERVAL.toMillis());
        }
        statements(environment, settings, partitions).attachAsDataStream();
    }

    private static int prepare(StreamExecutionEnvironment environment, SqlSettings settings)
            throws InterruptedException {
        Patience patience = Patience.of(environment.getConfiguration());
        try (KafkaTopics topics = patience.ask(() -> new KafkaTopics(settings.kafka()))) {
            return patience.ask(() -> prepare(topics, settings, beginsAnew(environment, patience)));
        }
    }

    private static int prepare(KafkaTopics topics, SqlSettings settings, boolean beginsAnew)
            throws InterruptedException {
        if (beginsAnew) {
            topics.requireBeginning();
        }
        int partitions = topics.partitions();
        List<Topic> written = settings.queries().stream().map(Query::topic).toList();
        topics.create(written, partitions);
        topics.requireRights(written);
        return partitions;
    }

    /**
     * Whether the job surely reads the topic from its start. That can be checked only here, and after a failover the
     * JobManager does not know here that it is going to restore a checkpoint.
     */
    private static boolean beginsAnew(StreamExecutionEnvironment environment, Patience patience) {
        return !patience.mayBeFailover()
                && environment
                        .getConfiguration()
                        .getOptional(StateRecoveryOptions.SAVEPOINT_PATH)
                        .isEmpty();
    }

    /** The queries as one job that reads the calls once. */
    static StreamStatementSet statements(StreamExecutionEnvironment environment, SqlSettings settings, int partitions) {
        StreamTableEnvironment tables = StreamTableEnvironment.create(environment);
        tables.getConfig().set(TABLE_OPTIMIZER_AGG_PHASE_STRATEGY, AggregatePhaseStrategy.TWO_PHASE);
        SqlTables.create(tables, settings, Math.min(partitions, environment.getParallelism()));
        StreamStatementSet inserts = tables.createStatementSet();
        for (Query query : settings.queries()) {
            run(QuestionScripts.of(query, settings).statements(), tables, inserts);
        }
        return inserts;
    }

    private static void run(List<String> statements, StreamTableEnvironment tables, StreamStatementSet inserts) {
        for (String statement : statements) {
            Matcher set = SET.matcher(statement);
            if (set.matches()) {
                tables.getConfig().set(set.group(1), set.group(2));
            } else if (statement.startsWith("INSERT")) {
                inserts.addInsertSql(statement);
            } else {
                tables.executeSql(statement);
            }
        }
    }
}
