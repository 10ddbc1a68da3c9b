package io.github.sfcrime.benchmarks.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleFunction;

/** Draws rows with names on the left, and figures along a horizontal axis. */
final class RowCanvas {

    static final int WIDTH = 900;

    private static final int TOP = 64;
    private static final int ROW = 34;
    private static final int BOTTOM = 56;
    /** Around the names. */
    private static final int MARGIN = 16;

    private static final int RIGHT = 90;
    private static final int TICKS = 6;

    private static final Color TEXT = new Color(0x222222);
    private static final Color GREY = new Color(0x666666);
    private static final Color GRID = new Color(0xE2E2E2);
    private static final Color LIMIT = new Color(0xD55E00);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    private static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0);

    private final Graphics2D graphics;
    private final List<String> names;
    private final int rows;
    private final double left;
    private final double min;
    private final double max;

    RowCanvas(Graphics2D graphics, List<String> names, double min, double max) {
        this.graphics = graphics;
        this.names = names;
        this.rows = names.size();
        this.left = names.stream()
                        .mapToInt(graphics.getFontMetrics(BOLD)::stringWidth)
                        .max()
                        .orElse(0)
                + 2 * MARGIN;
        this.min = min;
        this.max = max;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, height(rows)));
    }

    static int height(int rows) {
        return TOP + rows * ROW + BOTTOM;
    }

    void frame(String title, String unit, DoubleFunction<String> number) {
        text(title, MARGIN, 28, TITLE, TEXT, 0);
        double step = step();
        for (double tick = Math.ceil(min / step) * step; tick <= max; tick += step) {
            graphics.setColor(GRID);
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(new Line2D.Double(x(tick), TOP - 6, x(tick), TOP + rows * ROW));
            text(number.apply(tick), x(tick), TOP + rows * ROW + 20, PLAIN, GREY, 0.5);
        }
        text(unit, (x(min) + x(max)) / 2, TOP + rows * ROW + 42, PLAIN, GREY, 0.5);
    }

    /** 1, 2 or 5 times a power of ten. */
    private double step() {
        double rough = (max - min) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return power * (digit > 5 ? 10 : digit > 2 ? 5 : digit > 1 ? 2 : 1);
    }

    void name(int row, boolean standsOut) {
        text(names.get(row), left - 12, y(row) + 5, standsOut ? BOLD : PLAIN, TEXT, 1);
    }

    void bar(int row, double value, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new Rectangle2D.Double(x(0), y(row) - 10, x(value) - x(0), 20));
    }

    void interval(int row, double low, double high, Color colour) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(3));
        graphics.draw(new Line2D.Double(x(low), y(row), x(high), y(row)));
    }

    void point(int row, double value, Color colour, double radius) {
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(x(value) - radius, y(row) - radius, 2 * radius, 2 * radius));
    }

    /** A figure to the right of what is drawn. */
    void figure(int row, double rightOf, String figure, boolean standsOut) {
        text(figure, x(rightOf) + 10, y(row) + 5, standsOut ? BOLD : PLAIN, TEXT, 0);
    }

    void line(double value, String name) {
        graphics.setColor(LIMIT);
        graphics.setStroke(DASHED);
        graphics.draw(new Line2D.Double(x(value), TOP - 8, x(value), TOP + rows * ROW));
        text(name, x(value), TOP - 13, PLAIN, LIMIT, 0.5);
    }

    private double x(double value) {
        return left + (value - min) / (max - min) * (WIDTH - left - RIGHT);
    }

    private static double y(int row) {
        return TOP + row * ROW + ROW / 2.0;
    }

    private void text(String text, double x, double y, Font font, Color colour, double alignment) {
        graphics.setFont(font);
        graphics.setColor(colour);
        double width = graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, (float) (x - alignment * width), (float) y);
    }
}
