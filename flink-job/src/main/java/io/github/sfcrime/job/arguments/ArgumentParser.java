package io.github.sfcrime.job.arguments;

import io.github.sfcrime.cli.DurationConverter;
import io.github.sfcrime.cli.output.Titles;
import io.github.sfcrime.job.kafka.settings.KafkaSettings;
import io.github.sfcrime.job.results.Join;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the arguments of {@code flink run}; its errors name the setting, the rule and the value. */
public final class ArgumentParser {

    private ArgumentParser() {}

    /**
     * Prints what settings there are if it is asked for, which is not the job's failure: the client shows no stack
     * trace.
     */
    public static boolean printsHelp(Object settings, String... args) {
        boolean asked = List.of(args).contains("--help") || List.of(args).contains("-h");
        if (asked) {
            commandLine(settings).usage(System.out);
        }
        return asked;
    }

    /**
     * Fills in what {@code args} give, and defaults where they are silent.
     *
     * @throws IllegalArgumentException if a setting is unknown or its value is wrong
     */
    public static <T> T parse(T settings, String... args) {
        try {
            commandLine(settings).parseArgs(args);
            return settings;
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e.getMessage() + suggestion(e), e);
        }
    }

    private static String suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> near = unmatched.getSuggestions();
        return (near.isEmpty() ? "" : ", did you mean " + String.join(" or ", near) + "?") + " (--help lists all)";
    }

    private static CommandLine commandLine(Object settings) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(settings);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this help and exit.")
                .build());
        return new CommandLine(spec)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(120)
                .registerConverter(Duration.class, new DurationConverter())
                .registerConverter(PropertiesFile.class, PropertiesFile::read)
                .registerConverter(KafkaSettings.Delivery.class, new Titles<>(KafkaSettings.Delivery.class))
                .registerConverter(Join.class, new Titles<>(Join.class));
    }
}
