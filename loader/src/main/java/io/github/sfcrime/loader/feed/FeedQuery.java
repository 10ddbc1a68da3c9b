package io.github.sfcrime.loader.feed;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the rows of a data set behind a given one, in the order of the portal's row ids: an order is not implied, and
 * deep offsets are slow.
 *
 * @param portal where the feed is, as {@code https://data.sfgov.org}
 * @param pageRows how many rows at most come in one answer
 * @param closedSince the earliest time at which the calls to ask for were closed, null for all calls, open ones included
 */
record FeedQuery(
        String portal,
        FeedDataSet dataSet,
        int pageRows,
        @Nullable LocalDateTime closedSince) {

    /** The column of the portal's row ids. */
    static final String ROW_ID = ":id";

    /** Asks for all calls, closed or not. */
    FeedQuery(String portal, FeedDataSet dataSet, int pageRows) {
        this(portal, dataSet, pageRows, null);
    }

    /** The same for calls only that were closed then or later. */
    FeedQuery closedSince(LocalDateTime time) {
        return new FeedQuery(portal, dataSet, pageRows, time);
    }

    /** @param last the row id to go on behind, null for the beginning */
    URI after(@Nullable String last) {
        String query = "$select=" + encoded(ROW_ID + "," + dataSet.columns());
        List<String> conditions = new ArrayList<>();
        if (closedSince != null) {
            conditions.add("close_datetime >= '" + ISO_LOCAL_DATE_TIME.format(closedSince) + "'");
        }
        if (last != null) {
            conditions.add(ROW_ID + " > '" + last.replace("'", "''") + "'");
        }
        if (!conditions.isEmpty()) {
            query += "&$where=" + encoded(String.join(" AND ", conditions));
        }
        return URI.create(
                portal + "/resource/" + dataSet.id() + ".json?" + query + "&$order=" + ROW_ID + "&$limit=" + pageRows);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
