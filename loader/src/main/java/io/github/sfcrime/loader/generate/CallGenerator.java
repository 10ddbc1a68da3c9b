package io.github.sfcrime.loader.generate;

import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * An endless stream of synthetic calls in the order of arrival, with the distributions of the city's file of
 * 2018: types, dispositions given the type, hours, days, places, and how far calls trail one another. The same
 * arguments give the same calls.
 */
public final class CallGenerator implements Iterator<CallForService> {

    private static final int MINUTES_PER_DAY = 24 * 60;

    /** The city's sequence of a day has four digits; more calls a day than fit get more. */
    private static final long CITY_SEQUENCE = 10_000;

    private static final double STEPS_PER_CALL = 2;
    private static final double BUSIEST_DAY = 1.5;
    private static final Long AGENCY = 1L;

    private final RandomNumbers random;
    private final ArrivalTimes times;
    private final WeightedChoice<CallType> types = CallTypes.choice();
    private final CallPlaces places = new CallPlaces();
    private final LocalTime[] timesOfDay = new LocalTime[MINUTES_PER_DAY];
    private final long sequenceSpan;
    private final boolean gaps;
    private long arrivalDay = Long.MIN_VALUE;
    private long idOfDay;
    private long sequence;
    private LocalDate date;

    /**
     * @param seed what tells one stream of calls from another
     * @param start when the first may arrive, San Francisco wall-clock time
     * @param callsPerHour how many there are in an hour on average, above 0; 92 in the city's file
     */
    public CallGenerator(long seed, LocalDateTime start, double callsPerHour) {
        if (!(callsPerHour > 0) || callsPerHour > 1e9) {
            throw new IllegalArgumentException("calls per hour must be above 0 and at most 1e9: " + callsPerHour);
        }
        random = new RandomNumbers(seed);
        times = new ArrivalTimes(start.toEpochSecond(ZoneOffset.UTC) / 60, callsPerHour, random::next);
        date = start.toLocalDate();
        for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
            timesOfDay[minute] = LocalTime.of(minute / 60, minute % 60);
        }
        double busiest = callsPerHour * 24 * BUSIEST_DAY;
        gaps = busiest * STEPS_PER_CALL < CITY_SEQUENCE;
        sequenceSpan = gaps ? CITY_SEQUENCE : span(busiest);
    }

    private static long span(double most) {
        long span = CITY_SEQUENCE;
        while (span < most) {
            span *= 10;
        }
        return span;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public CallForService next() {
        long minute = times.next();
        CallForService call = new CallForService();
        call.setCrimeId(nextId());
        setTimes(call, minute);
        CallType type = types.at(random.next());
        call.setOriginalCrimeTypeName(type.name());
        call.setDisposition(type.dispositions().at(random.next()));
        setPlace(call);
        return call;
    }

    /** Year, day of the year and a sequence within the day on which the call arrives. */
    private long nextId() {
        long day = Math.floorDiv(times.arrival(), MINUTES_PER_DAY);
        if (day != arrivalDay) {
            arrivalDay = day;
            LocalDate arrival = LocalDate.ofEpochDay(day);
            idOfDay = (arrival.getYear() % 100 * 1000L + arrival.getDayOfYear()) * sequenceSpan;
            sequence = 0;
        }
        sequence += gaps ? 1 + (long) (random.next() * 3) : 1;
        return idOfDay + sequence;
    }

    private void setTimes(CallForService call, long minute) {
        long day = Math.floorDiv(minute, MINUTES_PER_DAY);
        if (day != date.toEpochDay()) {
            date = LocalDate.ofEpochDay(day);
        }
        LocalTime time = timesOfDay[(int) (minute - day * MINUTES_PER_DAY)];
        call.setReportDate(date);
        call.setCallDate(date);
        call.setOffenseDate(date);
        call.setCallTime(time);
        call.setCallDateTime(LocalDateTime.of(date, time));
    }

    private void setPlace(CallForService call) {
        CallPlaces.Place place = places.place(random.next(), random.next());
        call.setAddress(place.address());
        call.setAddressType(place.type());
        call.setCommonLocation(emptyToNull(place.commonLocation()));
        call.setCity(emptyToNull(places.city(random.next())));
        call.setState("CA");
        call.setAgencyId(AGENCY);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
