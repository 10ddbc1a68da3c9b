package io.github.sfcrime.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Records survive their framing. */
class WireFormatTest {

    /** A call as the first version of its schema wrote it: topics keep such bytes for as long as they like. */
    private static final String GOLDEN_CALL =
            "c301cc1d92bc6315a1c686d692af0118547261666669632053746f7002d0970202d0970202d0970202c0f39c52c0f397eb805a020641444d022c476561727920426c2f6469766973616465726f205374021a53616e204672616e636973636f0204434102020218496e74657273656374696f6e00";

    /** The same with the eleven fields that later versions appended, all of them null. */
    private static final String GOLDEN_CALL_3 =
            "c301dca4e1973a6489c4" + GOLDEN_CALL.substring(2 * WireFormat.HEADER_LENGTH) + "0000000000000000000000";

    private final WireFormat<CallForService> calls = new WireFormat<>(CallForService.SCHEMA$);

    @Test
    void aCallIsWrittenAsTheThirdVersionAlwaysWas() {
        assertThat(HexFormat.of().formatHex(calls.encode(call()))).isEqualTo(GOLDEN_CALL_3);
    }

    @Test
    void aCallThatWasWrittenLongAgoIsRead() throws MalformedRecordException {
        assertThat(calls.decode(HexFormat.of().parseHex(GOLDEN_CALL))).isEqualTo(call());
    }

    @Test
    void theHeaderIsMarkerAndFingerprint() {
        assertThat(WireFormat.header(CallForService.SCHEMA$))
                .isEqualTo(Arrays.copyOf(calls.encode(call()), WireFormat.HEADER_LENGTH));
    }

    @Test
    void aRecordThatIsCutIsMalformed() {
        byte[] whole = calls.encode(call());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> calls.decode(cut)).isInstanceOf(MalformedRecordException.class);
        }
    }

    @Test
    void aRecordThatLacksWhatIsRequiredIsNotWritten() {
        assertThatThrownBy(() -> calls.encode(new CallForService()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cannot encode ");
    }

    private static CallForService call() {
        LocalDate day = LocalDate.of(2018, 12, 31);
        CallForService call = new CallForService();
        call.setCrimeId(183653763L);
        call.setOriginalCrimeTypeName("Traffic Stop");
        call.setReportDate(day);
        call.setCallDate(day);
        call.setOffenseDate(day);
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
