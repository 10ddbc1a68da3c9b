package io.github.sfcrime.benchmarks.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
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
    /** What title, axis and legend take beside the rows, and a row. */
    private static final int AROUND_ROWS = 140;

    private static final int ROW = 32;
    /** Where in a row its name stands. */
    private static final double ABOVE = 0.35;
    /** Half of a name's character, as a share of what the axis shows. */
    private static final double HALF_A_CHARACTER = 0.005;

    private static final int DOTS_PER_INCH = 144;

    private final Path folder;

    Plots(Path folder) {
        this.folder = folder;
    }

    /** A row for each name, with a point for each run and a mark at the median. */
    void rates(String name, String title, String unit, Map<String, double[]> figures) {
        XYChart chart = rows(title, unit, figures.size());
        double highest =
                figures.values().stream().flatMapToDouble(Arrays::stream).max().orElse(1);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setXAxisMax(highest * 1.05);
        List<Double> runs = new ArrayList<>();
        List<Double> rowsOfRuns = new ArrayList<>();
        List<Double> medians = new ArrayList<>();
        List<Double> rows = new ArrayList<>();
        double row = figures.size();
        for (Map.Entry<String, double[]> figure : figures.entrySet()) {
            row--;
            for (double run : figure.getValue()) {
                runs.add(run);
                rowsOfRuns.add(row);
            }
            double median = Spread.of(figure.getValue()).median();
            medians.add(median);
            rows.add(row);
            double halfOfText = figure.getKey().length() * highest * HALF_A_CHARACTER;
            double inside = Math.min(Math.max(median, halfOfText), highest * 1.05 - halfOfText);
            chart.addAnnotation(new AnnotationText(figure.getKey(), inside, row + ABOVE, false));
        }
        points(chart, "a run", runs, rowsOfRuns, COLOURS[5]).setMarker(SeriesMarkers.CIRCLE);
        points(chart, "median", medians, rows, COLOURS[0]).setMarker(SeriesMarkers.DIAMOND);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        chart.getStyler().setLegendLayout(LegendLayout.Horizontal);
        write(chart, name);
    }

    /** A row for each estimate with its interval; 0 is in the middle. */
    void intervals(String name, String title, String unit, List<Effect> effects) {
        XYChart chart = rows(title, unit, effects.size());
        double farthest = effects.stream()
                .mapToDouble(effect -> Math.max(-effect.lowPercent(), effect.highPercent()))
                .max()
                .orElse(1);
        chart.getStyler().setXAxisMin(-farthest * 1.2);
        chart.getStyler().setXAxisMax(farthest * 1.2);
        chart.getStyler().setLegendVisible(false);
        double row = effects.size();
        for (Effect effect : effects) {
            row--;
            chart.addSeries("interval " + row, List.of(effect.lowPercent(), effect.highPercent()), List.of(row, row))
                    .setMarker(SeriesMarkers.NONE)
                    .setLineColor(COLOURS[0])
                    .setLineStyle(SeriesLines.SOLID)
                    .setLineWidth(2);
            points(chart, "effect " + row, List.of(effect.percent()), List.of(row), COLOURS[0])
                    .setMarker(SeriesMarkers.CIRCLE);
            double inside = Math.min(Math.max(effect.percent(), -farthest * 0.85), farthest * 0.85);
            chart.addAnnotation(new AnnotationText(effect.label(), inside, row + ABOVE, false));
        }
        write(chart, name);
    }

    private static XYSeries points(XYChart chart, String name, List<Double> x, List<Double> y, Color colour) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setMarkerColor(colour);
        return series;
    }

    /** Rows from top to bottom, the last one at 0, and the figure from left to right. */
    private static XYChart rows(String title, String unit, int rows) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(AROUND_ROWS + rows * ROW)
                .title(title)
                .xAxisTitle(unit)
                .build();
        style(chart.getStyler());
        chart.getStyler().setPlotGridVerticalLinesVisible(true);
        chart.getStyler().setMarkerSize(8);
        chart.getStyler().setYAxisTicksVisible(false);
        chart.getStyler().setYAxisMin(-0.5);
        chart.getStyler().setYAxisMax(rows - 0.5 + ABOVE);
        chart.getStyler().setAnnotationTextFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        return chart;
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
