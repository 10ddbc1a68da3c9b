package io.github.sfcrime.job.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchReadingTest {

    /**
     * {@link BatchReading} does as {@code KafkaSource.createReader} does, and goes by what these classes do inside, which the
     * connector may change at any time. Where it has: compare, and note the class as it is now.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KafkaSource|82f5fc6e5d8b5bf4",
                "reader/KafkaSourceReader|18282d11589f11ae",
                "reader/KafkaPartitionSplitReader|4c06984719141d07",
                "reader/KafkaPartitionSplitReader$KafkaPartitionSplitRecords|2c0099c13f97849a",
                "reader/KafkaRecordEmitter|4da533afc4298a2b",
                "reader/fetcher/KafkaSourceFetcherManager|33cb0d53856a4718",
                "metrics/KafkaSourceReaderMetrics|fc6856e1aa6c6976"
            })
    void theConnectorsClassesAreThoseThatWereLookedAt(String name, String beginningOfSha256) throws Exception {
        try (InputStream bytes = Objects.requireNonNull(KafkaSource.class.getResourceAsStream(name + ".class"))) {
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes())))
                    .startsWith(beginningOfSha256);
        }
    }
}
