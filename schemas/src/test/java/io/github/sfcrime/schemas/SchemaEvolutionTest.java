package io.github.sfcrime.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Calls that were written with any version of their schema can be read. */
class SchemaEvolutionTest {

    private static final String BODY =
            "86d692af0118547261666669632053746f7002d0970202d0970202d0970202c0f39c52c0f397eb805a020641"
                    + "444d022c476561727920426c2f6469766973616465726f205374021a53616e204672616e636973636f020443"
                    + "4102020218496e74657273656374696f6e00";
    private static final String VERSION_1 = "c301cc1d92bc6315a1c6" + BODY;
    private static final String VERSION_2 =
            "c30199c261f6ba8fea08" + BODY + "000000000280cd89ed805a02205765737465726e204164646974696f6e00020243";

    private static final String VERSION_3 =
            "c301dca4e1973a6489c4" + BODY + "0000000000000002024302c0bbf7ed805a0250fc1873d79a5ec002d0d556ec2fe34240";

    private final WireFormat<CallForService> format = new WireFormat<>(CallForService.SCHEMA$);

    @Test
    void aCallOfTheFirstVersionLacksWhatOnlyNewerDataSetsHave() throws MalformedRecordException {
        assertThat(format.decode(HexFormat.of().parseHex(VERSION_1))).isEqualTo(call());
    }

    @Test
    void aCallOfTheSecondVersionHasItsStagesItsDistrictAndItsPriority() throws MalformedRecordException {
        CallForService call = call();
        call.setCloseDateTime(LocalDateTime.of(2019, 1, 1, 0, 30));
        call.setAnalysisNeighborhood("Western Addition");
        call.setPriority("C");

        assertThat(format.decode(HexFormat.of().parseHex(VERSION_2))).isEqualTo(call);
    }

    @Test
    void aCallOfTheThirdVersionHasItsLastUpdateAndItsPlaceOnTheMap() throws MalformedRecordException {
        CallForService call = call();
        call.setPriority("C");
        call.setLastUpdateDateTime(LocalDateTime.of(2019, 1, 1, 0, 45));
        call.setLongitude(-122.4194);
        call.setLatitude(37.7749);

        assertThat(format.decode(HexFormat.of().parseHex(VERSION_3))).isEqualTo(call);
        assertThat(format.encode(call)).asHexString().isEqualToIgnoringCase(VERSION_3);
    }

    private static CallForService call() {
        CallForService call = new CallForService();
        call.setCrimeId(183653763L);
        call.setOriginalCrimeTypeName("Traffic Stop");
        call.setReportDate(LocalDate.of(2018, 12, 31));
        call.setCallDate(LocalDate.of(2018, 12, 31));
        call.setOffenseDate(LocalDate.of(2018, 12, 31));
        call.setCallTime(LocalTime.of(23, 57));
        call.setCallDateTime(LocalDateTime.of(2018, 12, 31, 23, 57));
        call.setDisposition("ADM");
        call.setAddress("Geary Bl/divisadero St");
        call.setCity("San Francisco");
        call.setState("CA");
        call.setAgencyId(1L);
        call.setAddressType("Intersection");
        return call;
    }
}
