package io.github.sfcrime.benchmarks.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
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

    private static final List<Section> SECTIONS = List.of(
            new ComparisonSection(),
            new SweepSection(),
            new LatencySection(),
            new ScalingSection(),
            new LoadingSection(),
            new EnduranceSection());

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Raw results, JSON lines of any benchmarks.")
    private List<Path> files = List.of();

    @Option(
            names = "--output",
            paramLabel = "PAGE",
            defaultValue = "report/benchmarks.md",
            description = "The page to write; its plots go into the folder beside it that is named as the page without"
                    + " its ending (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("report/benchmarks.md");

    @Option(
            names = "--figures",
            paramLabel = "PAGE",
            description =
                    "A page that quotes figures between <!--figure NAME--> and <!--/figure-->, to be written anew with"
                            + " those of the results. May be repeated.")
    private List<Path> quoting = List.of();

    @Override
    public Integer call() throws IOException {
        System.setProperty("java.awt.headless", "true");
        Results results = Results.read(files);
        Path page = output.toAbsolutePath();
        String name = page.getFileName().toString().replaceFirst("\\.md$", "");
        Path folder = emptied(page.resolveSibling(name));
        Figures figures = new Figures();
        Files.writeString(page, text(results, name, new Plots(folder), figures));
        for (Path each : quoting) {
            figures.renew(each);
        }
        spec.commandLine().getOut().println(output);
        return 0;
    }

    private static String text(Results results, String folder, Plots plots, Figures figures) {
        Page page = new Page(folder);
        page.prose("introduction");
        SECTIONS.forEach(section -> section.write(results, page, plots, figures));
        return figures.renewed(page.text());
    }

    /** Without the plots of results that are no longer there. */
    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> plots = Files.newDirectoryStream(folder, "*.{png,svg}")) {
            for (Path plot : plots) {
                Files.delete(plot);
            }
        }
        return folder;
    }
}
