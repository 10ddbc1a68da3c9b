package io.github.sfcrime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnSiteTest {

    private static final String FETCHED = "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: no-cors; Sec-Fetch-Dest: image";

    private final OwnSite site = new OwnSite(Set.of("jobmanager"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: localhost:8081",
                "Host: LOCALHOST:8081",
                "Host: flink.localhost:8081",
                "Host: 127.0.0.1:8081",
                "Host: 192.168.1.7:8081",
                "Host: [::1]:8081",
                "Host: jobmanager:8081",
                "Host: JobManager",
                "Host: localhost:8081; Origin: http://localhost:8081",
                "Host: localhost; Origin: https://LocalHost",
                "Host: localhost:8081; Sec-Fetch-Site: same-origin; Sec-Fetch-Dest: empty",
                "Host: localhost:8081; Sec-Fetch-Site: none; Sec-Fetch-Dest: document",
                "Host: localhost:8081; Sec-Fetch-Site: cross-site; Sec-Fetch-Dest: document",
            })
    void programsAndTheDashboardAreLetThrough(String headers) {
        assertThat(refusal(headers)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example:8081",
                "Host: localhost.evil.example",
                "Host: localhost:8081@evil.example",
                "Host: 127.0.0.1.evil.example",
                "Host: localhost; Host: evil.example",
                "Host: ",
                "Host: localhost:8081; Origin: http://evil.example",
                "Host: localhost:8081; Origin: http://localhost:3000",
                "Host: localhost:8081; Origin: http://localhost:8081.evil.example",
                "Host: localhost:8081; Origin: null",
                "Origin: http://localhost:8081",
                "Host: localhost:8081; " + FETCHED,
                "Host: localhost:8081; Sec-Fetch-Site: same-site; Sec-Fetch-Dest: iframe",
            })
    void pagesOfOtherSitesAreNot(String headers) {
        assertThat(refusal(headers)).isPresent();
    }

    @Test
    void theReasonNamesTheHeader() {
        assertThat(refusal("Host: evil.example")).contains("Host evil.example is not a name of this cluster");
        assertThat(refusal("Host: localhost; Origin: null")).contains("Origin null is another site");
    }

    @Test
    void theClustersNamesAreThoseOfItsConfiguration() {
        Configuration configuration = new Configuration();
        configuration.setString("jobmanager.rpc.address", "JobManager");
        configuration.setString("rest.address", "flink-rest");
        configuration.setString("sfcrime.rest.hosts", "flink.example.org;proxy");

        assertThat(GuardFactory.names(configuration))
                .containsExactlyInAnyOrder("jobmanager", "flink-rest", "flink.example.org", "proxy");
    }

    private Optional<String> refusal(String headers) {
        return site.refusal(name -> {
            List<String> values = new ArrayList<>();
            for (String header : headers.split("; ", -1)) {
                if (header.startsWith(name + ":")) {
                    values.add(header.substring(name.length() + 1).strip());
                }
            }
            return values;
        });
    }
}
