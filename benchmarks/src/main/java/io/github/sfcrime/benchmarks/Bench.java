package io.github.sfcrime.benchmarks;

import io.github.sfcrime.benchmarks.compare.Compare;
import io.github.sfcrime.benchmarks.compare.Guard;
import io.github.sfcrime.benchmarks.latency.Latency;
import io.github.sfcrime.benchmarks.load.Load;
import io.github.sfcrime.benchmarks.report.Report;
import io.github.sfcrime.benchmarks.scale.Scale;
import io.github.sfcrime.benchmarks.soak.Soak;
import io.github.sfcrime.benchmarks.sweep.Sweep;
import picocli.CommandLine.Command;

/** The benchmarks. */
@Command(
        name = "bench",
        description = "How fast the job is, and what makes it so.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Compare.class,
            Guard.class,
            Sweep.class,
            Latency.class,
            Scale.class,
            Load.class,
            Soak.class,
            Report.class
        })
final class Bench {}
