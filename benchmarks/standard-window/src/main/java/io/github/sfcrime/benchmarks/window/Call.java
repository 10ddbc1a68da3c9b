package io.github.sfcrime.benchmarks.window;

/** What is counted by of a call: all that goes over the network. */
public class Call {

    /** Event time, San Francisco wall-clock time in milliseconds as if it were UTC. */
    public long time;

    public String type = "";

    /** The empty string where the call has none. */
    public String disposition = "";
}
