package io.github.sfcrime.loader.call;

import java.io.IOException;

/** An input that is cut short or damaged; the message says where, and how many records stand before that place. */
public final class DamagedInputException extends IOException {

    private static final String CUT = "the input is cut short here";
    private static final String COPY = "get a whole copy of it for the rest";

    /** @param message says all of it */
    public DamagedInputException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * @param position of the record that could not be read
     * @param what is wrong, and what to do about it
     */
    public DamagedInputException(Position position, String what, Throwable cause) {
        super(position + ": " + what + "; " + before(position), cause);
    }

    /** The input ends within the record at that position. */
    public static DamagedInputException cut(Position position, Throwable cause) {
        return new DamagedInputException(position + ": " + CUT + "; " + before(position) + ", " + COPY, cause);
    }

    /** What is compressed cannot be told from the record at that position on. */
    public static DamagedInputException compressed(Position position, IOException cause) {
        return new DamagedInputException(
                position + ": the compressed data is damaged: " + Shown.text(String.valueOf(cause.getMessage())) + "; "
                        + before(position) + ", " + COPY,
                cause);
    }

    private static String before(Position position) {
        long records = position.record() - 1;
        return records == 1 ? "the 1 record before it was read" : "the " + records + " records before it were read";
    }
}
