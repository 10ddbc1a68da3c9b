package io.github.sfcrime.job.decoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.benchmarks.jmh.StepOfTheJob;
import io.github.sfcrime.loader.generate.CallGenerator;
import java.time.LocalDateTime;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * What it costs to make the text of a call's type out of its bytes: through the job's pool, and anew. In this package because
 * the pool is nobody else's.
 */
public class PoolText extends StepOfTheJob {

    /** Enough that neither their bytes nor their branches are learned by heart. */
    private static final int TEXTS = 1 << 15;

    private final byte[][] texts = new byte[TEXTS][];
    private final TextPool pool = new TextPool();
    private int next;

    /** Generates the types of calls. */
    @Setup
    public void makeTexts() {
        CallGenerator generator = new CallGenerator(1, LocalDateTime.parse("2018-10-02T00:00"), 92);
        for (int i = 0; i < TEXTS; i++) {
            texts[i] = generator.next().getOriginalCrimeTypeName().getBytes(UTF_8);
        }
    }

    private byte[] nextText() {
        next = (next + 1) & (TEXTS - 1);
        return texts[next];
    }

    /** The job's pool; returns the hash, which a group needs. */
    @Benchmark
    public int fromThePool() {
        byte[] text = nextText();
        return pool.get(text, 0, text.length).stringHash;
    }

    /** A new string, which has to be hashed. */
    @Benchmark
    public int anew() {
        byte[] text = nextText();
        return new String(text, UTF_8).hashCode();
    }
}
