package io.github.sfcrime.loader;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the rows of a data set behind a given one, in the order of the portal's row ids: an order is not implied, and
 * deep offsets are slow.
 *
 * @param portal where the feed is, as {@code https://data.sfgov.org}
 * @param pageRows how many rows at most come in one answer
 */
record FeedQuery(String portal, FeedDataSet dataSet, int pageRows) {

    /** The column of the portal's row ids. */
    static final String ROW_ID = ":id";

    /** @param last the row id to go on behind, null for the beginning */
    URI after(@Nullable String last) {
        String query = "$select=" + encoded(ROW_ID + "," + dataSet.columns());
        if (last != null) {
            query += "&$where=" + encoded(ROW_ID + " > '" + last.replace("'", "''") + "'");
        }
        return URI.create(
                portal + "/resource/" + dataSet.id() + ".json?" + query + "&$order=" + ROW_ID + "&$limit=" + pageRows);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
