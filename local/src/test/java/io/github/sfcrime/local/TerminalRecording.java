package io.github.sfcrime.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a terminal showed, as an SVG that plays it once; pauses are cut short. */
final class TerminalRecording {

    private static final int ROWS = 28;
    private static final int COLUMNS = 96;
    private static final int LINE_HEIGHT = 18;
    private static final int PADDING = 14;
    private static final double LONGEST_PAUSE_SECONDS = 0.8;

    private final List<String> lines = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private double last;

    /** Begins with what was typed. */
    TerminalRecording(String command) {
        lines.add("$ " + command);
        seconds.add(0.0);
    }

    /** A line that was there so long after the start. */
    void add(Duration sinceStart, String line) {
        double at = sinceStart.toMillis() / 1e3;
        double shown = seconds.get(seconds.size() - 1) + Math.min(at - last, LONGEST_PAUSE_SECONDS);
        last = at;
        lines.add(line);
        seconds.add(shown);
    }

    String svg() {
        int height = 2 * PADDING + ROWS * LINE_HEIGHT;
        StringBuilder svg =
                new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="13">
                <rect width="100%%" height="100%%" rx="8" fill="#1b1f24"/>
                <svg y="%d" height="%d">
                <g fill="#d7dde3" xml:space="preserve">
                """.formatted(COLUMNS * 8 + 2 * PADDING, height, PADDING, ROWS * LINE_HEIGHT));
        for (int i = 0; i < lines.size(); i++) {
            String hidden = i == 0
                    ? ""
                    : "<set attributeName=\"visibility\" to=\"hidden\" begin=\"0s\" end=\"%s\"/>".formatted(time(i));
            svg.append("<text x=\"%d\" y=\"%d\"%s>%s%s</text>\n"
                    .formatted(
                            PADDING,
                            (i + 1) * LINE_HEIGHT - 5,
                            i == 0 ? " fill=\"#7ee787\"" : "",
                            escaped(lines.get(i)),
                            hidden));
        }
        for (int i = ROWS; i < lines.size(); i++) {
            int up = (ROWS - 1 - i) * LINE_HEIGHT;
            svg.append("<animateTransform attributeName=\"transform\" type=\"translate\" from=\"0 %d\" to=\"0 %d\""
                            .formatted(up, up)
                    + " begin=\"%s\" dur=\"0.01s\" fill=\"freeze\"/>\n".formatted(time(i)));
        }
        return svg.append("</g>\n</svg>\n</svg>\n").toString();
    }

    private String time(int line) {
        return String.format(Locale.ROOT, "%.2fs", seconds.get(line));
    }

    private static String escaped(String text) {
        String shown = text.length() > COLUMNS ? text.substring(0, COLUMNS - 1) + "…" : text;
        return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
