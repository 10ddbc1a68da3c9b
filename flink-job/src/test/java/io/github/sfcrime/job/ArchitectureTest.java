package io.github.sfcrime.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;

@AnalyzeClasses(packages = "io.github.sfcrime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyOneRoomKnowsTheKafkaConnector = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.sfcrime.job.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink.connector.kafka..");

    @ArchTest
    static final ArchRule onlyOneClassPutsTheConnectorsReaderTogether = noClasses()
            .that()
            .resideInAPackage("io.github.sfcrime.job.kafka..")
            .and()
            .haveSimpleNameNotContaining("BatchReading")
            .and()
            .haveNameNotMatching(".*BatchReading\\$.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.flink.connector.kafka.source.reader",
                    "org.apache.flink.connector.kafka.source.reader.fetcher",
                    "org.apache.flink.connector.kafka.source.metrics");

    @ArchTest
    static final ArchRule onlyOneRoomKnowsTheJdbcConnector = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.sfcrime.job.postgres")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink.connector.jdbc..", "java.sql..");

    @ArchTest
    static final ArchRule operatorsKnowNoClockAndNoChance = noClasses()
            .that()
            .resideInAPackage("io.github.sfcrime.job..")
            .and()
            .areNotAssignableTo(ConsumerInterceptor.class)
            .and()
            .areNotAssignableTo(RateLimiterStrategy.class)
            .and()
            .areNotAssignableTo(RateLimiter.class)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.UUID.class);

    @ArchTest
    static final ArchRule theJobDoesNotKnowTheOtherPrograms = noClasses()
            .that()
            .resideInAPackage("io.github.sfcrime.job..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.sfcrime.loader..", "io.github.sfcrime.console..", "io.github.sfcrime.local..");

    @ArchTest
    static final ArchRule roomsFormNoCycle =
            slices().matching("io.github.sfcrime.job.(*)..").should().beFreeOfCycles();
}
