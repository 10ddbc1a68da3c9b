package io.github.sfcrime.benchmarks.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Plots as PNG and SVG, in colours that colour-blind people tell apart (Okabe and Ito's). */
final class Plots {

    private static final Color JOB = new Color(0x0072B2);
    private static final Color OTHERS = new Color(0xB8BEC4);
    private static final Color RUN = new Color(0, 0, 0, 110);
    private static final Color[] LINES = {
        JOB, new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9)
    };

    private static final int HEIGHT = 480;
    /** Pixels of a PNG for each of the drawing. */
    private static final int SHARPNESS = 2;

    private final Path folder;

    Plots(Path folder) {
        this.folder = folder;
    }

    void bars(String file, BarPlot plot) {
        int rows = plot.bars().size();
        write(file, RowCanvas.height(rows), graphics -> {
            RowCanvas canvas = new RowCanvas(
                    graphics, plot.bars().stream().map(BarPlot.Bar::name).toList(), 0, plot.highest() * 1.02);
            canvas.frame(plot.title(), plot.unit(), Spread::roundRate);
            for (int row = 0; row < rows; row++) {
                BarPlot.Bar bar = plot.bars().get(row);
                canvas.name(row, bar.standsOut());
                canvas.bar(row, bar.median(), bar.standsOut() ? JOB : OTHERS);
                for (double run : bar.runs()) {
                    canvas.point(row, run, RUN, 2.5);
                }
                canvas.figure(row, Spread.of(bar.figures()).max(), Spread.rate(bar.median()), bar.standsOut());
            }
            if (plot.line() != null) {
                canvas.line(plot.line().value(), plot.line().name());
            }
        });
    }

    void intervals(String file, IntervalPlot plot) {
        int rows = plot.effects().size();
        write(file, RowCanvas.height(rows), graphics -> {
            RowCanvas canvas = new RowCanvas(
                    graphics,
                    plot.effects().stream().map(Effect::name).toList(),
                    -plot.farthest() * 1.1,
                    plot.farthest() * 1.1);
            canvas.frame(
                    plot.title(), plot.unit(), value -> Math.abs(value) < 1e-9 ? "0" : "%+.0f %%".formatted(value));
            canvas.line(0, "no effect");
            for (int row = 0; row < rows; row++) {
                Effect effect = plot.effects().get(row);
                Color colour = effect.isTold() ? JOB : OTHERS;
                canvas.name(row, effect.isTold());
                canvas.interval(row, effect.lowPercent(), effect.highPercent(), colour);
                canvas.point(row, effect.percent(), colour, 5);
                canvas.figure(row, effect.highPercent(), "%+.1f %%".formatted(effect.percent()), effect.isTold());
            }
        });
    }

    /** Lines with a point at each value. */
    XYChart lines(String title, String xUnit, String yUnit) {
        XYChart chart = new XYChartBuilder()
                .width(RowCanvas.WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(xUnit)
                .yAxisTitle(yUnit)
                .build();
        style(chart.getStyler());
        chart.getStyler().setSeriesColors(LINES);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        chart.getStyler().setMarkerSize(7);
        chart.getStyler().setYAxisMin(0.0);
        return chart;
    }

    private static void style(AxesChartStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridLinesColor(new Color(0xE2E2E2));
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setYAxisDecimalPattern("#,###.##");
        styler.setXAxisDecimalPattern("#,###.##");
    }

    void write(XYChart chart, String file) {
        write(file, chart.getHeight(), graphics -> chart.paint(graphics, chart.getWidth(), chart.getHeight()));
    }

    private void write(String file, int height, Consumer<Graphics2D> drawing) {
        try {
            BufferedImage image =
                    new BufferedImage(RowCanvas.WIDTH * SHARPNESS, height * SHARPNESS, BufferedImage.TYPE_INT_RGB);
            Graphics2D pixels = image.createGraphics();
            pixels.scale(SHARPNESS, SHARPNESS);
            drawing.accept(pixels);
            pixels.dispose();
            ImageIO.write(image, "png", folder.resolve(file + ".png").toFile());
            // By Batik: what XChart writes SVG with of its own accord is under the LGPL.
            SVGGraphics2D vectors = new SVGGraphics2D(GenericDOMImplementation.getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null));
            vectors.setSVGCanvasSize(new Dimension(RowCanvas.WIDTH, height));
            drawing.accept(vectors);
            vectors.stream(folder.resolve(file + ".svg").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
