package io.github.sfcrime.cli;

/** A command that Ctrl-C interrupts instead of ending it: it sends what is under way, reports, and returns. */
public interface FinishesWhenInterrupted {}
