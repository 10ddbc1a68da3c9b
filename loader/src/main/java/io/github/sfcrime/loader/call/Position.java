package io.github.sfcrime.loader.call;

/**
 * The position of a record in its source.
 *
 * @param source name of the file
 * @param record number of the record, from 1
 * @param line line on which it begins, from 1
 */
public record Position(String source, long record, long line) {

    @Override
    public String toString() {
        return source + ", record " + record + " (line " + line + ")";
    }
}
