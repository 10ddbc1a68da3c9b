package io.github.sfcrime.loader.order;

import io.github.sfcrime.schemas.CallForService;
import java.time.ZoneOffset;

/** The order in which calls are sent. */
public enum CallOrder {
    /** By call time; calls with the same time in the order of the files. */
    EVENT_TIME {
        @Override
        public long rank(CallForService call) {
            return call.getCallDateTime().toInstant(ZoneOffset.UTC).toEpochMilli();
        }
    },
    /** By {@code crime_id}, which is given out as calls arrive: about the order of arrival, within a day's numbers. */
    CRIME_ID {
        @Override
        public long rank(CallForService call) {
            return call.getCrimeId();
        }
    },
    /** In the order of the files. */
    FILE {
        @Override
        public long rank(CallForService call) {
            return 0;
        }
    };

    public abstract long rank(CallForService call);
}
