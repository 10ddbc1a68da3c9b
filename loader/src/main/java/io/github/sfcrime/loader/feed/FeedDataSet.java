package io.github.sfcrime.loader.feed;

import io.github.sfcrime.cli.UserErrorException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A data set of calls for service in the city's open-data feed. */
enum FeedDataSet {
    /** Calls of 2016 to 2018, frozen: what the city's file is an export of. */
    FROZEN("hz9m-tj6z", false, "*"),
    /** Closed calls of later years, renewed daily. */
    CLOSED("2zdj-bwza", true, FeedDataSet.SUCCESSOR + ",data_updated_at"),
    /** Calls of the last 48 hours, renewed every ten minutes, rows updated in place. */
    LIVE("gnap-fj3t", true, FeedDataSet.SUCCESSOR + ",call_last_updated_at");

    private static final String SUCCESSOR =
            "cad_number,received_datetime,entry_datetime,dispatch_datetime,enroute_datetime,onscene_datetime,"
                    + "close_datetime,call_type_original_desc,call_type_final_desc,priority_final,disposition,intersection_name,"
                    + "intersection_point,analysis_neighborhood,police_district";

    private static final String PREFIX = "datasf:";

    private final String id;
    private final boolean closes;
    private final String columns;

    FeedDataSet(String id, boolean closes, String columns) {
        this.id = id;
        this.closes = closes;
        this.columns = columns;
    }

    String id() {
        return id;
    }

    /** Whether its calls can be open, and tell when they were closed. */
    boolean closes() {
        return closes;
    }

    /** Whether its calls change while one looks on. */
    boolean updates() {
        return this == LIVE;
    }

    /** What to ask of each row. */
    String columns() {
        return columns;
    }

    /** The data set that the command line names, as {@code datasf:hz9m-tj6z}. */
    static FeedDataSet named(String argument) {
        for (FeedDataSet dataSet : values()) {
            if (argument.equals(dataSet.toString())) {
                return dataSet;
            }
        }
        throw new UserErrorException("--feed must be one of "
                + Arrays.stream(values()).map(FeedDataSet::toString).collect(Collectors.joining(", ")) + ": "
                + argument);
    }

    @Override
    public String toString() {
        return PREFIX + id;
    }
}
