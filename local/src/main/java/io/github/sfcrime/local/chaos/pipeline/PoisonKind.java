package io.github.sfcrime.local.chaos.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.WireFormat;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A way in which a record of the topic of calls is none. */
public enum PoisonKind {
    GARBAGE,
    EMPTY,
    NOTHING,
    CUT_OFF,
    RESULT_ROW,
    UNKNOWN_SCHEMA,
    CONFLUENT,
    LENGTH_BOMB,
    FROM_FUTURE;

    /** The header by which such a record is known. */
    public static final String HEADER = "poison";

    private static final LocalDateTime NOT_YET = LocalDateTime.of(2099, 1, 1, 0, 0);

    static PoisonKind of(Header header) {
        return valueOf(new String(header.value(), UTF_8));
    }

    /** A record's value. */
    public byte @Nullable [] value() {
        return switch (this) {
            case GARBAGE -> "no call at all".getBytes(UTF_8);
            case EMPTY -> new byte[0];
            case NOTHING -> null;
            case CUT_OFF -> Arrays.copyOf(call(), WireFormat.HEADER_LENGTH + 3);
            case RESULT_ROW -> row();
            case UNKNOWN_SCHEMA ->
                ByteBuffer.allocate(20)
                        .put((byte) 0xC3)
                        .put((byte) 1)
                        .putLong(42)
                        .array();
            case CONFLUENT -> new byte[] {0, 0, 0, 0, 7, 2, 4};
            case LENGTH_BOMB -> lengthBomb();
            case FROM_FUTURE -> call();
        };
    }

    private static byte[] call() {
        CallForService call = new CallForService();
        call.setCrimeId(1);
        call.setOriginalCrimeTypeName("From the future");
        call.setCallDateTime(NOT_YET);
        return new WireFormat<CallForService>(CallForService.SCHEMA$).encode(call);
    }

    private static byte[] row() {
        CallCount row = new CallCount();
        row.setWindowStart(NOT_YET);
        row.setWindowEnd(NOT_YET);
        row.setOriginalCrimeTypeName("A row");
        return new WireFormat<CallCount>(CallCount.SCHEMA$).encode(row);
    }

    /** A call whose first text says that it is longer than memory. */
    private static byte[] lengthBomb() {
        byte[] header = WireFormat.header(CallForService.SCHEMA$);
        byte[] bomb = Arrays.copyOf(header, header.length + 12);
        Arrays.fill(bomb, header.length, bomb.length, (byte) 0xFE);
        bomb[bomb.length - 1] = 1;
        return bomb;
    }
}
