package io.github.sfcrime.benchmarks.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Plots as PNG and SVG, in colours that colour-blind people tell apart (Okabe and Ito's). */
final class Plots {

    private static final Color[] COLOURS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x000000)
    };

    private static final int WIDTH = 900;
    private static final int HEIGHT = 520;
    private static final int DOTS_PER_INCH = 144;
    /** What of names fits under an axis without touching. */
    private static final int LETTERS_IN_A_ROW = 80;

    private final Path folder;

    Plots(Path folder) {
        this.folder = folder;
    }

    /** Bars from zero to the median, and a point for each run. */
    void bars(String name, String title, String unit, Map<String, double[]> figures) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(unit)
                .build();
        style(chart.getStyler());
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setOverlapped(true);
        chart.getStyler().setAvailableSpaceFill(0.6);
        int letters = figures.keySet().stream().mapToInt(String::length).sum();
        chart.getStyler().setXAxisLabelRotation(letters > LETTERS_IN_A_ROW ? 35 : 0);
        List<String> names = List.copyOf(figures.keySet());
        List<double[]> values = List.copyOf(figures.values());
        List<Double> medians =
                values.stream().map(each -> Spread.of(each).median()).toList();
        chart.addSeries("median", names, medians).setFillColor(COLOURS[5]);
        int most = values.stream().mapToInt(each -> each.length).max().orElse(0);
        for (int run = 0; run < most; run++) {
            int index = run;
            List<Double> points = values.stream()
                    .map(each -> each[Math.min(index, each.length - 1)])
                    .toList();
            chart.addSeries("run " + run, names, points)
                    .setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter)
                    .setMarker(SeriesMarkers.CIRCLE)
                    .setMarkerColor(COLOURS[0]);
        }
        double highest =
                figures.values().stream().flatMapToDouble(Arrays::stream).max().orElse(1);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setYAxisMax(highest * 1.05);
        write(chart, name);
    }

    /** Estimates with their intervals. */
    void intervals(String name, String title, String unit, List<Effect> effects) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(unit)
                .build();
        style(chart.getStyler());
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setXAxisLabelRotation(effects.size() > 3 ? 30 : 0);
        chart.addSeries(
                        "effect",
                        effects.stream().map(Effect::label).toList(),
                        effects.stream()
                                .map(effect -> (effect.highPercent() + effect.lowPercent()) / 2)
                                .toList(),
                        effects.stream()
                                .map(effect -> (effect.highPercent() - effect.lowPercent()) / 2)
                                .toList())
                .setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter)
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(COLOURS[0])
                .setLineColor(COLOURS[0]);
        write(chart, name);
    }

    /** Lines with a point at each value. */
    XYChart lines(String title, String xUnit, String yUnit) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(xUnit)
                .yAxisTitle(yUnit)
                .build();
        style(chart.getStyler());
        chart.getStyler().setSeriesColors(COLOURS);
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
        styler.setPlotGridLinesColor(new Color(0xDDDDDD));
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setYAxisDecimalPattern("#,###.##");
        styler.setXAxisDecimalPattern("#,###.##");
    }

    void write(Chart<?, ?> chart, String name) {
        String file = folder.resolve(name).toString();
        try {
            BitmapEncoder.saveBitmapWithDPI(chart, file, BitmapFormat.PNG, DOTS_PER_INCH);
            writeVector(chart, folder.resolve(name + ".svg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By Batik: what XChart writes SVG with of its own accord is under the LGPL. */
    private static void writeVector(Chart<?, ?> chart, Path file) throws IOException {
        SVGGraphics2D graphics = new SVGGraphics2D(GenericDOMImplementation.getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null));
        graphics.setSVGCanvasSize(new Dimension(chart.getWidth(), chart.getHeight()));
        chart.paint(graphics, chart.getWidth(), chart.getHeight());
        graphics.stream(file.toString());
    }
}
