package io.github.sfcrime.loader.csv;

import java.io.Reader;

/** Hands a parser of CSV one row after the other, none before it is asked for. */
final class CsvRowText extends Reader {

    private String text = "";
    private int at;

    /** Sets the row that is read next; a carriage return in it would end it. */
    void put(String row) {
        text = row.replace('\r', ' ') + "\n";
        at = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        int read = Math.min(length, text.length() - at);
        text.getChars(at, at + read, buffer, offset);
        at += read;
        return read == 0 ? -1 : read;
    }

    @Override
    public void close() {}
}
