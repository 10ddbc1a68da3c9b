package io.github.sfcrime.local;

/** How the processes of a stack write their logs. */
enum LogFormat {
    /** Lines that people read. */
    text("log4j2.properties"),
    /** An object per line, for programs that collect logs. */
    json("log4j2-json.properties");

    private final String resource;

    LogFormat(String resource) {
        this.resource = resource;
    }

    /** The logging configuration that does so. */
    String resource() {
        return resource;
    }
}
