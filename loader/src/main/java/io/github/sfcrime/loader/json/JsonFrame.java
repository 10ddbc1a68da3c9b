package io.github.sfcrime.loader.json;

/** An object or array that is open where a JSON text is looked at. */
final class JsonFrame {

    private final boolean array;
    private final long offset;
    private String key;

    /**
     * @param key of the object around it under which it stands, empty where it stands in an array
     * @param offset of its first byte
     */
    JsonFrame(boolean array, String key, long offset) {
        this.array = array;
        this.key = key;
        this.offset = offset;
    }

    boolean isArray() {
        return array;
    }

    long offset() {
        return offset;
    }

    /** The key under which an array stands, and of an object the one that was met last. */
    String key() {
        return key;
    }

    void setKey(String met) {
        key = met;
    }
}
