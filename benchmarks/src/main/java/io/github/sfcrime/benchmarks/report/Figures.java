package io.github.sfcrime.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures by name, for prose that quotes them as <code>&lt;!--figure NAME-->1.67 M&lt;!--/figure--></code>: what stands
 * between is written anew, so that nobody types it.
 */
final class Figures {

    private static final Pattern QUOTED = Pattern.compile("<!--figure ([^>]+)-->.*?<!--/figure-->", Pattern.DOTALL);

    private final Map<String, String> byName = new TreeMap<>();

    /** One more; the first one of a name stays. */
    void put(String name, String figure) {
        byName.putIfAbsent(name, figure);
    }

    /** A page with every figure that is known as it is now. */
    String renewed(String page) {
        return QUOTED.matcher(page).replaceAll(quote -> {
            String figure = byName.get(quote.group(1));
            return Matcher.quoteReplacement(
                    figure == null
                            ? quote.group()
                            : "<!--figure " + quote.group(1) + "-->" + figure + "<!--/figure-->");
        });
    }

    /** Writes a page anew. */
    void renew(Path page) throws IOException {
        Files.writeString(page, renewed(Files.readString(page)));
    }
}
