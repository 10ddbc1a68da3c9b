package io.github.sfcrime.job.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.job.calls.Places;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.RadioCode;
import io.github.sfcrime.schemas.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallDecoderTest {

    private static final LocalDateTime NINE = LocalDateTime.parse("2018-10-02T09:11:00");

    private final CallDecoder decoder = new CallDecoder();
    private Call call = new Call();

    @Test
    void aCallIsReadAsFarAsItIsCountedBy() throws Exception {
        decode(bytes(NINE, "Passing Call", "HAN"));

        assertThat(problem()).isNull();
        assertThat(call.callDateTime).isEqualTo(NINE.toInstant(ZoneOffset.UTC).toEpochMilli());
        assertThat(call.originalCrimeTypeName).isEqualTo("Passing Call");
        assertThat(call.disposition).isEqualTo("HAN");
    }

    @Test
    void stagesAreReadOfCallsOfEachVersionWhereTheyAreNeeded() throws Exception {
        CallForService staged = new CallForService();
        staged.setCrimeId(1L);
        staged.setOriginalCrimeTypeName("Passing Call");
        staged.setCallDateTime(NINE);
        staged.setEntryDateTime(NINE.plusSeconds(75));
        staged.setCloseDateTime(NINE.plusHours(1));
        staged.setPriority("A");
        staged.setPoliceDistrict("MISSION");
        staged.setLastUpdateDateTime(NINE.plusHours(2));
        staged.setLongitude(-122.4354);
        byte[] third = new WireFormat<CallForService>(CallForService.SCHEMA$).encode(staged);
        byte[] first = firstVersion(staged);
        long none = Call.NO_STAGE;
        long nine = NINE.toInstant(ZoneOffset.UTC).toEpochMilli();

        for (boolean places : new boolean[] {true, false}) {
            CallDecoder all = new CallDecoder(new NeededFields(false, places, true), null);
            call = all.decode(third);
            assertThat(problem()).isNull();
            assertThat(call.stages).containsExactly(nine + 75_000, none, none, none, nine + 3_600_000);
            assertThat(call.priority).isEqualTo("A");
            assertThat(call.district).isEqualTo("MISSION");
            assertThat(call.places).hasSize(places ? Places.KINDS.size() : 0);
            if (places) {
                assertThat(call.places[Places.KINDS.indexOf("police_district")]).isEqualTo("MISSION");
                assertThat(hexagon()).isNull();
            }

            call = all.decode(first);
            assertThat(problem()).isNull();
            assertThat(call.stages).containsExactly(none, none, none, none, none);
            assertThat(call.priority).isNull();
        }
        call = decoder.decode(third);
        assertThat(call.stages).isEmpty();
        assertThat(call.district).isNull();
    }

    @Test
    void aCallIsInTheHexagonOfItsCoordinatesWherePlacesAreNeeded() throws Exception {
        CallDecoder places = new CallDecoder(new NeededFields(false, true), null);
        CallForService located = new CallForService();
        located.setCrimeId(1L);
        located.setOriginalCrimeTypeName("Passing Call");
        located.setCallDateTime(NINE);
        located.setLatitude(37.775938728915946);
        located.setLongitude(-122.41795063018799);
        byte[] there = encoded(located);
        located.setLatitude(0.0);
        located.setLongitude(0.0);
        byte[] atZero = encoded(located);
        located.setLatitude(null);
        byte[] nowhere = encoded(located);

        call = places.decode(there);
        assertThat(problem()).isNull();
        assertThat(hexagon()).isEqualTo("8828308281fffff");
        for (byte[] unknown : List.of(atZero, nowhere, firstVersion(located))) {
            call = places.decode(unknown);
            assertThat(problem()).isNull();
            assertThat(hexagon()).isNull();
        }
        for (int length = there.length - 18; length < there.length; length++) {
            call = places.decode(Arrays.copyOf(there, length));
            assertThat(problem()).startsWith("not a call for service: ").doesNotContain("Index");
        }
    }

    private @Nullable String hexagon() {
        return call.places[Places.KINDS.indexOf(Places.HEXAGON)];
    }

    private static byte[] encoded(CallForService call) {
        return new WireFormat<CallForService>(CallForService.SCHEMA$).encode(call);
    }

    private static byte[] firstVersion(CallForService call) throws IOException {
        Schema first = KnownSchemas.all().stream()
                .filter(schema -> schema.getName().equals("CallForService"))
                .filter(schema -> schema.getField("priority") == null)
                .findFirst()
                .orElseThrow();
        GenericData.Record record = new GenericData.Record(first);
        record.put("crime_id", call.getCrimeId());
        record.put("original_crime_type_name", call.getOriginalCrimeTypeName());
        record.put(
                "call_date_time",
                call.getCallDateTime().toInstant(ZoneOffset.UTC).toEpochMilli());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(WireFormat.header(first));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(first).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    @Test
    void nothingOfACallStaysForTheNext() throws Exception {
        decode(bytes(NINE, "Passing Call", "HAN"));
        decode(bytes(NINE, "Traffic Stop", null));

        assertThat(call.originalCrimeTypeName).isEqualTo("Traffic Stop");
        assertThat(call.disposition).isNull();
    }

    @Test
    void equalTextsAreOneStringUpToABound() throws Exception {
        decode(bytes(NINE, "Passing Call", "HAN"));
        String first = call.originalCrimeTypeName;
        decode(bytes(NINE, "Passing Call", "HAN"));
        assertThat(call.originalCrimeTypeName).isSameAs(first);

        for (int i = 0; i < 100_000; i++) {
            decode(bytes(NINE, "Type " + i, "HAN"));
            assertThat(call.originalCrimeTypeName).isEqualTo("Type " + i);
        }
    }

    @Test
    void aRecordThatIsCutAnywhereHasAProblem() throws Exception {
        byte[] whole = bytes(NINE, "Passing Call", "HAN");
        for (int length = 0; length < whole.length; length++) {
            decode(Arrays.copyOf(whole, length));
            assertThat(problem()).startsWith("not a call for service: ").doesNotContain("null", "Index");
            assertThat(call.callDateTime).isEqualTo(Call.NO_EVENT_TIME);
        }
    }

    @Test
    void whatIsNoCallHasAProblemThatSaysSo() throws Exception {
        decode("{\"crime_id\": 1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(problem())
                .isEqualTo("not a call for service: not Avro single-object encoding: it should begin with C3 01 and an "
                        + "8-byte fingerprint, but has 15 bytes: 7B 22 63 72 69 6D 65 5F 69 64");

        decode(new WireFormat<RadioCode>(RadioCode.SCHEMA$).encode(new RadioCode("HAN", "Handled")));
        assertThat(problem()).isEqualTo("not a call for service: it is a RadioCode");

        decode(bytes(LocalDateTime.of(12000, 1, 1, 0, 0), "Passing Call", "HAN"));
        assertThat(problem()).startsWith("call_date_time is beyond the year 9999: ");
    }

    @Test
    void aCallIsReadWhereItLiesAmongOtherBytes() throws Exception {
        byte[] whole = bytes(NINE, "Passing Call", "HAN");

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            decode(cut);
            String problem = problem();
            call = decodedAmongOtherBytes(cut);
            assertThat(problem()).isNotNull().isEqualTo(problem);
        }
        call = decodedAmongOtherBytes(whole);
        assertThat(problem()).isNull();
        assertThat(call.originalCrimeTypeName).isEqualTo("Passing Call");
        call = decodedAmongOtherBytes(Arrays.copyOf(whole, whole.length + 1));
        assertThat(problem()).startsWith("not a call for service: bytes left over");
    }

    @Test
    void theLowestTimeThatANumberHoldsIsNoCallEither() throws Exception {
        byte[] value = bytes(LocalDateTime.of(1970, 1, 1, 0, 0), "Passing Call", "HAN");
        byte[] lowest = new byte[value.length + 9];
        int at = indexOfCallDateTime();
        System.arraycopy(value, 0, lowest, 0, at);
        Arrays.fill(lowest, at, at + 9, (byte) 0xFF);
        lowest[at + 9] = 1;
        System.arraycopy(value, at + 1, lowest, at + 10, value.length - at - 1);

        decode(lowest);

        assertThat(problem()).isEqualTo("call_date_time is beyond the year 9999: " + Long.MIN_VALUE);
    }

    @Test
    void aSchemaFromTheFutureIsSaidToBeUnknown() throws Exception {
        byte[] bytes = bytes(NINE, "Passing Call", "HAN");
        bytes[2] ^= 1;

        for (int i = 0; i < 2; i++) {
            decode(bytes);
            assertThat(kind()).isEqualTo(Problem.Kind.UNKNOWN_SCHEMA);
            assertThat(problem()).contains("is unknown to this build").endsWith("upgrade this one");
            assertThat(call.callDateTime).isEqualTo(Call.NO_EVENT_TIME);
        }

        decode(bytes(NINE, "Passing Call", "HAN"));
        assertThat(problem()).isNull();
    }

    /** The time of 1970 is the one byte 0, behind the type and four dates and times that are null. */
    private static int indexOfCallDateTime() {
        return WireFormat.HEADER_LENGTH + 5 + 1 + "Passing Call".length() + 4;
    }

    private Call decodedAmongOtherBytes(byte[] value) throws Exception {
        byte[] among = new byte[value.length + 20];
        Arrays.fill(among, (byte) 'x');
        System.arraycopy(value, 0, among, 7, value.length);
        CallBatch calls = new CallBatch("topic", 0, 1);
        calls.makeRoomFor(new NeededFields(false, false));
        calls.setValue(0, ByteBuffer.wrap(among, 7, value.length));
        decoder.decode(calls, 0);
        return calls.call(0);
    }

    private void decode(byte[] value) throws Exception {
        call = decoder.decode(value);
    }

    private @Nullable String problem() {
        return call.problem == null ? null : call.problem.text;
    }

    private Problem.@Nullable Kind kind() {
        return call.problem == null ? null : call.problem.kind;
    }

    private static byte[] bytes(LocalDateTime time, String type, @Nullable String disposition) {
        CallForService record = new CallForService();
        record.setCrimeId(182751000L);
        record.setOriginalCrimeTypeName(type);
        record.setCallDateTime(time);
        record.setDisposition(disposition);
        record.setAddress("100 Blk Howard St");
        record.setAgencyId(1L);
        return new WireFormat<CallForService>(CallForService.SCHEMA$).encode(record);
    }
}
