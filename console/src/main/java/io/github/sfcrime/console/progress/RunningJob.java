package io.github.sfcrime.console.progress;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.cli.flink.JobGoneException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A running job. */
public record RunningJob(String id, String name) {

    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED", "SUSPENDED");

    /**
     * The job of that id, or the only one that runs.
     *
     * @throws JobGoneException if there is none
     * @throws SeveralJobsException if the id is null and several are running
     */
    public static RunningJob find(FlinkRest rest, @Nullable String id) throws IOException {
        List<RunningJob> running = new ArrayList<>();
        for (JsonNode job : rest.get("/jobs/overview").path("jobs")) {
            if (!ENDED.contains(job.path("state").asText())
                    && (id == null || id.equals(job.path("jid").asText()))) {
                running.add(new RunningJob(
                        job.path("jid").asText(), job.path("name").asText()));
            }
        }
        if (running.isEmpty()) {
            throw new JobGoneException(
                    id == null
                            ? "no job runs at " + rest.url() + ": start one with flink run"
                            : "no job " + id + " runs at " + rest.url() + " (see " + rest.url() + "/#/job/running)");
        }
        if (running.size() > 1) {
            throw new SeveralJobsException(running.stream()
                    .map(job -> job.id() + " (" + job.name() + ")")
                    .collect(Collectors.joining(", ")));
        }
        return running.get(0);
    }

    /**
     * Flink's JSON about the job: its state, its vertices.
     *
     * @throws JobGoneException if it has ended, other than by a failure
     */
    JsonNode details(FlinkRest rest) throws IOException {
        JsonNode job = rest.get(path());
        String state = job.path("state").asText();
        if (state.equals("FAILED")) {
            throw new IOException("job " + id + " (" + name + ") has failed: see " + rest.url() + "/#/job/completed/"
                    + id + "/exceptions");
        }
        if (ENDED.contains(state)) {
            throw new JobGoneException("job " + id + " (" + name + ") has ended: " + state);
        }
        return job;
    }

    String path() {
        return "/jobs/" + id;
    }
}
