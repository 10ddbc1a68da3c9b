package io.github.sfcrime.job.calls;

/** A position in Avro binary, moved by reading or skipping one value at a time; leaving the bytes is an error. */
final class AvroCursor {

    private byte[] bytes = {};
    private int position;

    void reset(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    boolean atEnd() {
        return position == bytes.length;
    }

    int position() {
        return position;
    }

    /** A zigzag varint: an Avro int, long, length or union branch. Most are one byte. */
    long readLong() {
        byte first = bytes[position++];
        return first >= 0 ? (first >>> 1) ^ -(long) (first & 1) : readLongerLong(first & 0x7FL);
    }

    private long readLongerLong(long firstBits) {
        long bits = firstBits;
        for (int shift = 7; shift < Long.SIZE; shift += 7) {
            byte next = bytes[position++];
            bits |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (bits >>> 1) ^ -(bits & 1);
            }
        }
        throw new IndexOutOfBoundsException("number of more than ten bytes at byte " + position);
    }

    String readString(StringPool pool) {
        int start = startOfBytes();
        return pool.get(bytes, start, position);
    }

    void skipBytes() {
        startOfBytes();
    }

    /** Which branch of a union that has so many comes. */
    int readBranch(int branches) {
        long branch = readLong();
        if (branch < 0 || branch >= branches) {
            throw new IndexOutOfBoundsException("union has no branch " + branch + " at byte " + position);
        }
        return (int) branch;
    }

    void skip(long length) {
        if (length < 0 || length > bytes.length - position) {
            throw new IndexOutOfBoundsException("value ends behind the record at byte " + position);
        }
        position += (int) length;
    }

    private int startOfBytes() {
        long length = readLong();
        if (length < 0 || length > bytes.length - position) {
            throw new IndexOutOfBoundsException("length " + length + " does not fit at byte " + position);
        }
        int start = position;
        position += (int) length;
        return start;
    }
}
