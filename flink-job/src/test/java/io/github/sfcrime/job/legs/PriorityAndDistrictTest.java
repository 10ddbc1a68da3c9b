package io.github.sfcrime.job.legs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityAndDistrictTest {

    @ParameterizedTest
    @CsvSource({"A,MISSION,1 AMISSION", "'','','0 '", "'',A,0 A", "A,'',1 A", "'1 A','2 B','3 1 A2 B'"})
    void aTextIsOfOnePairOnly(String priority, String district, String text) {
        PriorityAndDistrict both = PriorityAndDistrict.of(priority, district);

        assertThat(both.text()).isEqualTo(text);
        assertThat(PriorityAndDistrict.in(both.text())).isEqualTo(both);
    }
}
