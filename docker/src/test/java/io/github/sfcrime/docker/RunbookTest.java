package io.github.sfcrime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunbookTest {

    private static final String PAGE = "docs/operations.md";
    private static final String TEXT = Folder.text(PAGE);

    @Test
    void everyAlertHasAChapter() {
        Set<String> chapters = found("(?m)^###? (.+)$").map(RunbookTest::anchor).collect(Collectors.toSet());

        assertThat(Alerts.all())
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.runbook())
                        .startsWith(PAGE + "#")
                        .satisfies(link -> assertThat(chapters).contains(link.substring(PAGE.length() + 1))));
        assertThat(found("\\]\\(#([^)]+)\\)")).isSubsetOf(chapters);
        assertThat(Dashboards.panels().stream().flatMap(panel -> matches("Runbook: ([a-z-]+)", panel.description())))
                .isNotEmpty()
                .isSubsetOf(chapters);
    }

    @Test
    void everyChapterOfAnAlertSaysSymptomPlaceAndRemedy() {
        String alerts = TEXT.substring(TEXT.indexOf("## Alerts"), TEXT.indexOf("## On purpose"));
        List<String> chapters = List.of(alerts.split("(?m)^### ", -1));

        assertThat(chapters.subList(1, chapters.size()))
                .hasSize(Alerts.all().size())
                .allSatisfy(chapter -> assertThat(chapter).contains("**Symptom.** ", "**Look at** ", "**Do.** "));
    }

    @Test
    void everyCommandOfTheProjectExists() {
        String script = Folder.text("sfcrime");

        assertThat(new TreeSet<>(found("\\./sfcrime ([a-z]+)").toList()))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(script).containsPattern("(?m)^  " + command + " "));
    }

    @Test
    void everyToolOfKafkaExists() throws Exception {
        try (URLClassLoader broker =
                new URLClassLoader(urls("local/broker/target/classpath"), ClassLoader.getPlatformClassLoader())) {
            assertThat(new TreeSet<>(found("kafka_tool ([A-Za-z.]+)").toList()))
                    .hasSize(3)
                    .allSatisfy(tool -> assertThat(broker.loadClass("org.apache.kafka.tools." + tool)
                                    .getMethod("main", String[].class))
                            .isNotNull());
        }
    }

    private static URL[] urls(String classPath) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : Folder.text(classPath).strip().split(Pattern.quote(File.pathSeparator), -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static Stream<String> found(String pattern) {
        return matches(pattern, TEXT);
    }

    private static Stream<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1));
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
