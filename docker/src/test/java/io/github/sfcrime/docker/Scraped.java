package io.github.sfcrime.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The scrape targets that a local stack has written for Prometheus. */
final class Scraped {

    private Scraped() {}

    /** The port of a process's page. */
    static int port(Path stack, String process) throws IOException {
        JsonNode targets = new ObjectMapper()
                .readTree(stack.resolve("conf/prometheus-targets.json").toFile());
        for (JsonNode target : targets) {
            if (target.path("labels").path("process").asText().equals(process)) {
                return Integer.parseInt(target.path("targets").path(0).asText().replaceFirst(".*:", ""));
            }
        }
        throw new AssertionError("no " + process + " in " + targets);
    }
}
