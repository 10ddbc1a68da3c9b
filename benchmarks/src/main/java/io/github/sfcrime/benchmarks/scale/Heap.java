package io.github.sfcrime.benchmarks.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of another JVM on this machine, asked by the JDK's own jcmd. */
final class Heap {

    private static final Pattern USED = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");
    private static final long BYTES_PER_K = 1_024;

    private Heap() {}

    /** Bytes in use after a full garbage collection. */
    static long afterFullCollection(long process) throws InterruptedException {
        jcmd(process, "GC.run");
        String info = jcmd(process, "GC.heap_info");
        Matcher used = USED.matcher(info);
        if (!used.find()) {
            throw new BenchmarkFailure("cannot read the heap of process " + process + ": jcmd said " + info);
        }
        return Long.parseLong(used.group(1)) * BYTES_PER_K;
    }

    private static String jcmd(long process, String command) throws InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process asked = new ProcessBuilder(jcmd, Long.toString(process), command)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(asked.getInputStream().readAllBytes(), UTF_8);
            if (asked.waitFor() != 0) {
                throw new BenchmarkFailure("cannot ask process " + process + " for its heap: " + answer.strip());
            }
            return answer;
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot run " + jcmd + ": " + e.getMessage() + ": is this a JDK?", e);
        }
    }
}
