package io.github.sfcrime.local.process;

/** A program of a stack to start. */
@FunctionalInterface
public interface Command {

    /** A process builder that has {@code marker} among the arguments, by which the process is recognised later. */
    ProcessBuilder builder(String marker);
}
