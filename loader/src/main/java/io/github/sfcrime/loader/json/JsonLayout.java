package io.github.sfcrime.loader.json;

import java.util.List;

/**
 * Where in a JSON text the calls are.
 *
 * @param offset bytes in front of what holds them, or of the text
 * @param wrappers how many objects and arrays are open there
 * @param arrays how many of what holds them are open there, in which the first value is a call
 * @param key under which they are held, empty where they are not
 * @param path keys from one of them to its fields, none where the fields are its own
 * @param columns names of the values where calls are arrays of values, else none
 * @param keyed whether they are the values of an object, each under a key of its own
 */
record JsonLayout(
        long offset, int wrappers, int arrays, String key, List<String> path, List<String> columns, boolean keyed) {

    /** Objects, one behind the other or in an array. */
    static JsonLayout plain(List<String> path) {
        return new JsonLayout(0, 0, 0, "", path, List.of(), false);
    }

    boolean isWrapped() {
        return wrappers > 0;
    }

    boolean isRows() {
        return !columns.isEmpty();
    }
}
