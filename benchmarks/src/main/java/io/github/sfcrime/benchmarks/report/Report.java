package io.github.sfcrime.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench report}: raw results as a page with plots. */
@Command(
        name = "report",
        description =
                "Make one Markdown page with plots, PNG and SVG, of what the other benchmarks have written with --raw.",
        sortOptions = false)
public final class Report implements Callable<Integer> {

    private static final List<Section> SECTIONS =
            List.of(new ComparisonSection(), new SweepSection(), new LatencySection(), new ScalingSection());

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Raw results, JSON lines of any benchmarks.")
    private List<Path> files = List.of();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "report",
            description = "Where the page and its plots go (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("report");

    @Override
    public Integer call() throws IOException {
        System.setProperty("java.awt.headless", "true");
        Results results = Results.read(files);
        Files.createDirectories(output);
        Page page = new Page();
        page.paragraph("# What was measured");
        Plots plots = new Plots(output);
        SECTIONS.forEach(section -> section.write(results, page, plots));
        Path file = Files.writeString(output.resolve("report.md"), page.text());
        spec.commandLine().getOut().println(file);
        return 0;
    }
}
