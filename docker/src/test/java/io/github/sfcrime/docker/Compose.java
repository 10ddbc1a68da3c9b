package io.github.sfcrime.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The services of the compose file, merged keys resolved. */
final class Compose {

    static final String FILE = "docker/compose.yaml";

    private Compose() {}

    static Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new TreeMap<>();
        Folder.tree(FILE)
                .path("services")
                .properties()
                .forEach(service -> services.put(service.getKey(), service.getValue()));
        return services;
    }

    static JsonNode service(String name) {
        return Folder.tree(FILE).path("services").path(name);
    }

    /** A list of the file as text. */
    static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }
}
