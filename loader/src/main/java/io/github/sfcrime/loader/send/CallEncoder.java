package io.github.sfcrime.loader.send;

import io.github.sfcrime.schemas.CallForService;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import org.apache.avro.io.BinaryData;
import org.jspecify.annotations.Nullable;

/**
 * Encodes calls as Avro would, field by field, which takes a fraction of the time that a writer takes which asks the
 * schema of every record what comes next; for one thread.
 */
final class CallEncoder {

    private static final int FIRST_SIZE = 512;
    private static final int LONGEST_NUMBER = 10;
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final byte NULL_BRANCH = 0;
    private static final byte VALUE_BRANCH = 2;

    private final int headerLength;
    private byte[] bytes;
    private int length;

    /** @param header what stands in front of each record's body */
    CallEncoder(byte[] header) {
        headerLength = header.length;
        bytes = Arrays.copyOf(header, header.length + FIRST_SIZE);
    }

    /** A call that has what is required, in its framing. */
    byte[] encode(CallForService call) {
        length = headerLength;
        number(call.getCrimeId());
        text(call.getOriginalCrimeTypeName());
        optional(call.getReportDate());
        optional(call.getCallDate());
        optional(call.getOffenseDate());
        optional(call.getCallTime());
        time(call.getCallDateTime());
        optional(call.getDisposition());
        optional(call.getAddress());
        optional(call.getCity());
        optional(call.getState());
        optional(call.getAgencyId());
        optional(call.getAddressType());
        optional(call.getCommonLocation());
        optional(call.getEntryDateTime());
        optional(call.getDispatchDateTime());
        optional(call.getEnrouteDateTime());
        optional(call.getOnsceneDateTime());
        optional(call.getCloseDateTime());
        optional(call.getAnalysisNeighborhood());
        optional(call.getPoliceDistrict());
        optional(call.getPriority());
        optional(call.getLastUpdateDateTime());
        optional(call.getLongitude());
        optional(call.getLatitude());
        return Arrays.copyOf(bytes, length);
    }

    private void optional(@Nullable LocalDate date) {
        branch(date != null);
        if (date != null) {
            number(date.toEpochDay());
        }
    }

    private void optional(@Nullable LocalTime time) {
        branch(time != null);
        if (time != null) {
            number(time.toNanoOfDay() / NANOS_PER_MILLI);
        }
    }

    private void optional(@Nullable LocalDateTime time) {
        branch(time != null);
        if (time != null) {
            time(time);
        }
    }

    private void optional(@Nullable Long number) {
        branch(number != null);
        if (number != null) {
            number(number);
        }
    }

    private void optional(@Nullable Double number) {
        branch(number != null);
        if (number != null) {
            reserve(Double.BYTES);
            length += BinaryData.encodeDouble(number, bytes, length);
        }
    }

    private void optional(@Nullable String text) {
        branch(text != null);
        if (text != null) {
            text(text);
        }
    }

    /** Writes which branch of the union with null follows. */
    private void branch(boolean present) {
        reserve(1);
        bytes[length++] = present ? VALUE_BRANCH : NULL_BRANCH;
    }

    private void time(LocalDateTime time) {
        number(time.toLocalDate().toEpochDay() * MILLIS_PER_DAY
                + time.toLocalTime().toNanoOfDay() / NANOS_PER_MILLI);
    }

    private void text(String text) {
        int start = length;
        int chars = text.length();
        number(chars);
        reserve(chars);
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length = start;
                utf8(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[length++] = (byte) c;
        }
    }

    private void utf8(byte[] text) {
        number(text.length);
        reserve(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    private void number(long number) {
        reserve(LONGEST_NUMBER);
        length += BinaryData.encodeLong(number, bytes, length);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more));
        }
    }
}
