package io.github.sfcrime.job.arguments;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.flink.util.ParameterTool;
import org.jspecify.annotations.Nullable;

/** Typed values of {@code --name value} arguments; an error names the argument, the rule and the value. */
public final class Arguments {

    /** What {@link ParameterTool} holds for a name that nothing follows. */
    private static final String NO_VALUE = "__NO_VALUE_KEY";

    /** So that durations can be added to times without a thought. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final ParameterTool arguments;

    /**
     * Checks the names.
     *
     * @param known every name that there is
     * @param flags those that need no value
     * @throws IllegalArgumentException if a name is unknown or its value is missing
     */
    public Arguments(List<String> known, List<String> flags, String... args) {
        arguments = ParameterTool.fromArgs(args);
        arguments.toMap().forEach((name, value) -> {
            requireKnown(name, known);
            if (value.equals(NO_VALUE) && !flags.contains(name)) {
                throw new IllegalArgumentException("a value must follow: --" + name);
            }
        });
    }

    private static void requireKnown(String name, List<String> known) {
        if (!known.contains(name)) {
            LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
            String nearest = known.stream()
                    .min(Comparator.comparing(other -> distance.apply(other, name)))
                    .orElseThrow();
            throw new IllegalArgumentException("unknown setting --" + name + ", did you mean --" + nearest + "? All: "
                    + known.stream().map(other -> "--" + other).collect(Collectors.joining(" ")));
        }
    }

    /** Whether it is given. */
    public boolean has(String name) {
        return arguments.has(name);
    }

    public @Nullable String text(String name) {
        return arguments.get(name);
    }

    /** As it is given. */
    public String text(String name, String otherwise) {
        return arguments.get(name, otherwise);
    }

    /** Values between commas, without those that are empty. */
    public List<String> list(String name, String otherwise) {
        return Stream.of(text(name, otherwise).split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A whole number. */
    public int number(String name, int otherwise) {
        Integer value = number(name);
        return value == null ? otherwise : value;
    }

    public @Nullable Integer number(String name) {
        String value = text(name);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number: " + value, e);
        }
    }

    /** Whether it is on; a name alone means so. */
    public boolean flag(String name, boolean otherwise) {
        String value = text(name, Boolean.toString(otherwise));
        return switch (value) {
            case "true", NO_VALUE -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(name + " must be true or false: " + value);
        };
    }

    /** An ISO 8601 duration. */
    public Duration duration(String name, Duration otherwise) {
        Duration value = duration(name);
        return value == null ? otherwise : value;
    }

    public @Nullable Duration duration(String name) {
        String value = text(name);
        try {
            return value == null ? null : capped(name, Duration.parse(value));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    name + " must be an ISO 8601 duration such as PT1H, PT10M or P1D: " + value, e);
        }
    }

    private static Duration capped(String name, Duration duration) {
        if (duration.abs().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be a century at most: " + duration);
        }
        return duration;
    }

    /** A wall-clock time, null where none is given, midnight where only the day is given. */
    public @Nullable LocalDateTime time(String name) {
        String value = text(name);
        try {
            if (value == null) {
                return null;
            }
            return value.contains("T")
                    ? LocalDateTime.parse(value)
                    : LocalDate.parse(value).atStartOfDay();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    name + " must be a day or a wall-clock time such as 2018-10-02 or 2018-10-02T09:00: " + value, e);
        }
    }

    /** The constant of that name, in lower case with hyphens. */
    public <E extends Enum<E>> E oneOf(String name, E otherwise) {
        List<E> constants = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
        String value = text(name, title(otherwise));
        return constants.stream()
                .filter(constant -> title(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " must be "
                        + constants.stream().map(Arguments::title).collect(Collectors.joining(" or ")) + ": " + value));
    }

    private static String title(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The file that is named; no properties where none is. */
    public Properties properties(String name) {
        Properties properties = new Properties();
        String file = text(name);
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException(name + " must be a properties file that can be read: " + file, e);
            }
        }
        return properties;
    }
}
