package io.github.sfcrime.job.decoding;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What stands at a place in Avro binary, and where it ends. The place is the caller's, so that a reader of many values keeps
 * it in a local variable; to leave the bytes is an error.
 */
public final class AvroBinary {

    private static final int LONGEST_NUMBER = 10;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private AvroBinary() {}

    /** Behind the zigzag varint at {@code at}: an Avro int, long, length or union branch. */
    public static int afterNumber(byte[] bytes, int at) {
        return bytes[at] >= 0 ? at + 1 : afterLongNumber(bytes, at);
    }

    private static int afterLongNumber(byte[] bytes, int at) {
        int last = at;
        while (bytes[last] < 0) {
            last++;
        }
        if (last - at >= LONGEST_NUMBER) {
            throw new IndexOutOfBoundsException("number of more than ten bytes at byte " + at);
        }
        return last + 1;
    }

    /** The number at {@code at}, of which {@link #afterNumber} knows the end. */
    static long number(byte[] bytes, int at, int end) {
        long bits = 0;
        for (int i = end - 1; i >= at; i--) {
            bits = bits << 7 | (bytes[i] & 0x7F);
        }
        return (bits >>> 1) ^ -(bits & 1);
    }

    /** The number at {@code at}, which mostly takes one byte. */
    public static long number(byte[] bytes, int at) {
        byte first = bytes[at];
        return first >= 0 ? (first >>> 1) ^ -(first & 1) : number(bytes, at, afterNumber(bytes, at));
    }

    /** The double at {@code at}, which takes eight bytes. */
    public static double real(byte[] bytes, int at) {
        return (double) EIGHT_BYTES.get(bytes, afterFixed(bytes, at, Double.BYTES) - Double.BYTES);
    }

    /** Behind the string or bytes at {@code at}, whose content begins behind the number that says how long it is. */
    public static int afterBytes(byte[] bytes, int at) {
        return afterFixed(bytes, afterNumber(bytes, at), number(bytes, at));
    }

    /** Behind {@code length} bytes. */
    public static int afterFixed(byte[] bytes, int at, long length) {
        if (length < 0 || length > bytes.length - at) {
            throw new IndexOutOfBoundsException("length " + length + " does not fit at byte " + at);
        }
        return at + (int) length;
    }

    /** Which branch the union at {@code at} takes, of so many; the value follows behind that number. */
    public static int branch(byte[] bytes, int at, int branches) {
        long branch = number(bytes, at);
        if (branch < 0 || branch >= branches) {
            throw new IndexOutOfBoundsException("union has no branch " + branch + " at byte " + at);
        }
        return (int) branch;
    }
}
