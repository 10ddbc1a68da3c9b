package io.github.sfcrime.job.layouts;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Unsigned varints: seven bits a byte, the lowest first. */
public final class VariableLength {

    private static final int MORE = 0x80;

    private VariableLength() {}

    public static void write(long number, DataOutputView target) throws IOException {
        long rest = number;
        while (rest >= MORE || rest < 0) {
            target.writeByte((int) (rest | MORE));
            rest >>>= 7;
        }
        target.writeByte((int) rest);
    }

    public static long read(DataInputView source) throws IOException {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            long next = source.readUnsignedByte();
            number |= (next & (MORE - 1)) << shift;
            if (next < MORE) {
                return number;
            }
        }
    }
}
