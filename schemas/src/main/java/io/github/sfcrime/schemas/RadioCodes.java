package io.github.sfcrime.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads radio codes: a JSON array of objects with {@code disposition_code} and {@code description}. */
public final class RadioCodes {

    private static final String BUILT_IN = "radio-codes.json";

    private RadioCodes() {}

    /** The 19 codes of the San Francisco Police Department that DataSF publishes, description by code. */
    public static Map<String, String> builtIn() {
        try (InputStream json = RadioCodes.class.getResourceAsStream(BUILT_IN)) {
            return read(Objects.requireNonNull(json, BUILT_IN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Description by code, in the order of the file.
     *
     * @throws IOException if it is not such an array, or has a code twice
     */
    public static Map<String, String> read(InputStream json) throws IOException {
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (Entry entry : new ObjectMapper().readValue(json, new TypeReference<List<Entry>>() {})) {
            if (descriptions.put(entry.code, entry.description) != null) {
                throw new IOException("radio code appears twice: " + entry.code);
            }
        }
        return descriptions;
    }

    private record Entry(
            @JsonProperty(value = "disposition_code", required = true)
            String code,

            @JsonProperty(value = "description", required = true)
            String description) {}
}
