package io.github.sfcrime.job.kafka.sink;

import io.github.sfcrime.benchmarks.jmh.StepOfTheJob;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.ResultRow;
import io.github.sfcrime.loader.generate.CallGenerator;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.WireFormat;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * What it costs to write a row of counts as Avro: by the job's plan, and by Avro with its generated class. In this package
 * because the plan is nobody else's.
 */
public class EncodeRow extends StepOfTheJob {

    /** Enough that neither their texts nor their branches are learned by heart. */
    private static final int ROWS = 1 << 13;

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final ResultRow[] rows = new ResultRow[ROWS];
    private final CallCount[] generated = new CallCount[ROWS];
    private final EncodePlan plan = new EncodePlan(Query.COUNTS.rowSchema());
    private final AvroMessage message = new AvroMessage(WireFormat.header(CallCount.SCHEMA$));
    private final WireFormat<CallCount> format = new WireFormat<>(CallCount.SCHEMA$);
    private int next;

    /** Makes rows with the texts of generated calls. */
    @Setup
    public void makeRows() {
        CallGenerator generator = new CallGenerator(1, LocalDateTime.parse("2018-10-02T00:00"), 92);
        LocalDateTime start = LocalDateTime.parse("2018-10-02T00:00");
        for (int i = 0; i < ROWS; i++) {
            CallForService call = generator.next();
            ResultRow row = new ResultRow();
            row.windowStart = start.toInstant(ZoneOffset.UTC).toEpochMilli();
            row.windowEnd = row.windowStart + HOUR;
            row.originalCrimeTypeName = call.getOriginalCrimeTypeName();
            row.disposition = call.getDisposition();
            row.count = i;
            rows[i] = row;
            CallCount count = new CallCount();
            count.setWindowStart(start);
            count.setWindowEnd(start.plusHours(1));
            count.setOriginalCrimeTypeName(row.originalCrimeTypeName);
            count.setDisposition(row.disposition);
            count.setCount(i);
            generated[i] = count;
        }
    }

    /** The job's plan. */
    @Benchmark
    public byte[] byTheJobsPlan() {
        next = (next + 1) & (ROWS - 1);
        return plan.write(rows[next], message);
    }

    /** Avro's generated class. */
    @Benchmark
    public byte[] byAvro() {
        next = (next + 1) & (ROWS - 1);
        return format.encode(generated[next]);
    }
}
