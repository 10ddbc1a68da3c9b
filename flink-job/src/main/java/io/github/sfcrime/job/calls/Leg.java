package io.github.sfcrime.job.calls;

import java.util.Arrays;
import java.util.Optional;

/**
 * The time from when a call was received to one of its stages. The city calls the one to {@link #ONSCENE} the response
 * time: from when a call taker receives the call to when the first officer is there
 * (<a href="https://www.sf.gov/data/response-time-priority-calls">Response time to priority calls</a>).
 */
public enum Leg {
    /** Until the call was entered. */
    ENTRY("entry", "entry_date_time"),
    /** Until a unit was dispatched. */
    DISPATCH("dispatch", "dispatch_date_time"),
    /** Until the first unit was on its way. */
    ENROUTE("enroute", "enroute_date_time"),
    /** Until the first unit was there. */
    ONSCENE("onscene", "onscene_date_time"),
    /** Until the call was closed. */
    CLOSE("close", "close_date_time");

    private final String title;
    private final String field;

    Leg(String title, String field) {
        this.title = title;
        this.field = field;
    }

    /** The leg to the stage that this field of a call is the time of, if it is one. */
    public static Optional<Leg> to(String field) {
        return Arrays.stream(values()).filter(leg -> leg.field.equals(field)).findFirst();
    }

    /** Its name in result rows. */
    public String title() {
        return title;
    }
}
