package io.github.sfcrime.local.process;

/** How the processes of a stack write their logs. */
public enum LogFormat {
    /** Lines of text. */
    text("log4j2.properties"),
    /** JSON lines, for programs that collect logs. */
    json("log4j2-json.properties");

    private final String resource;

    LogFormat(String resource) {
        this.resource = resource;
    }

    /** The Log4j configuration of this format. */
    String resource() {
        return resource;
    }
}
