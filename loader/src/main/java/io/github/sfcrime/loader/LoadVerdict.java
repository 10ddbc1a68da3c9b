package io.github.sfcrime.loader;

import io.github.sfcrime.loader.call.IgnoredFields;
import io.github.sfcrime.loader.send.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The remarks and failures at the end of a load. */
final class LoadVerdict {

    private final List<String> remarks = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    LoadVerdict(Loading loading, Rejects rejects, RejectLimit limit, Delivery delivery) {
        if (!loading.ignoredFields().isEmpty()) {
            remarks.add("fields that calls do not have were ignored: " + listed(loading.ignoredFields()));
        }
        remarks.addAll(loading.remarks());
        loading.unreadStages().remark().ifPresent(remarks::add);
        if (rejects.count() > 0) {
            remarks.add("records that do not fit are in " + rejects.file());
        }
        if (delivery.foreign() > 0) {
            remarks.add(delivery.foreign() + " records of other producers came into the topic meanwhile");
        }
        failures.addAll(loading.damages());
        if (loading.isBeyondLimit()) {
            failures.add("stopped after " + loading.recordsRead() + " records: " + rejects.count()
                    + " rejects are more than --max-rejects " + limit + " allows, see " + rejects.file());
        } else if (rejects.count() > 0 && delivery.sent() + delivery.sentBefore() == 0) {
            failures.add("not one record could be loaded, see " + rejects.file());
        }
    }

    private static String listed(Set<String> names) {
        String first = names.stream().limit(IgnoredFields.TOLD).collect(Collectors.joining(", "));
        return names.size() > IgnoredFields.TOLD ? first + " and others" : first;
    }

    /** Remarks that are no failures. */
    List<String> remarks() {
        return remarks;
    }

    /** The reasons why the load is incomplete, a line each. */
    List<String> failures() {
        return failures;
    }
}
