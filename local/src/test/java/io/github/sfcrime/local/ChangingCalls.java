package io.github.sfcrime.local;

import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records of calls that change, in no order at all, and which of the calls are open by what was told of each last.
 *
 * @param records in the order in which they are sent
 */
record ChangingCalls(List<CallForService> records) {

    private static final List<@Nullable String> PRIORITIES = Arrays.asList("A", "B", "", null);

    /** The same records every time: up to four of a call, some of them twice. Of one call of five none tells its time. */
    static ChangingCalls of(int calls) {
        Random random = new Random(23);
        List<CallForService> records = new ArrayList<>();
        for (CallForService call : PlacedCalls.of(calls).calls()) {
            boolean tellsTime = random.nextInt(5) > 0;
            for (int update = random.nextInt(4); update >= 0; update--) {
                CallForService changed = CallForService.newBuilder(call).build();
                changed.setPriority(PRIORITIES.get(random.nextInt(PRIORITIES.size())));
                changed.setPoliceDistrict(random.nextBoolean() ? "MISSION" : null);
                changed.setCloseDateTime(
                        random.nextInt(3) > 0 ? call.getCallDateTime().plusMinutes(20) : null);
                changed.setLastUpdateDateTime(tellsTime ? call.getCallDateTime().plusMinutes(update) : null);
                records.add(changed);
                if (random.nextInt(10) == 0) {
                    records.add(changed);
                }
            }
        }
        Collections.shuffle(records, random);
        return new ChangingCalls(List.copyOf(records));
    }

    /** Rows of {@code crime_open_calls} of groups that have open calls, as text. */
    List<String> open() {
        Map<String, List<LocalDateTime>> byGroup = new TreeMap<>();
        for (CallForService call : latest()) {
            if (call.getCloseDateTime() == null) {
                String group = call.getOriginalCrimeTypeName() + " " + orNull(call.getPriority()) + " "
                        + orNull(call.getPoliceDistrict());
                byGroup.computeIfAbsent(group, none -> new ArrayList<>())
                        .add(call.getCallDateTime().truncatedTo(ChronoUnit.MINUTES));
            }
        }
        return byGroup.entrySet().stream()
                .map(group -> "%s %d %s"
                        .formatted(group.getKey(), group.getValue().size(), Collections.min(group.getValue())))
                .sorted()
                .toList();
    }

    private Collection<CallForService> latest() {
        Map<Long, CallForService> latest = new LinkedHashMap<>();
        for (CallForService record : records) {
            latest.merge(record.getCrimeId(), record, ChangingCalls::later);
        }
        return latest.values();
    }

    private static CallForService later(CallForService known, CallForService told) {
        LocalDateTime before = known.getLastUpdateDateTime();
        LocalDateTime now = told.getLastUpdateDateTime();
        return before != null && now != null && now.isBefore(before) ? known : told;
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
