package io.github.sfcrime.local.process;

/** The size that files may have which a running process writes: none is what a full disk is to it. Of Linux. */
final class FileLimit {

    private FileLimit() {}

    /** Whether there is the program for it. */
    static boolean isThere() {
        return Programs.isThere("prlimit");
    }

    /** From now on each of its writes fails. */
    static void allowNothing(ProcessHandle process) throws InterruptedException {
        set(process, "0:");
    }

    static void allowAll(ProcessHandle process) throws InterruptedException {
        set(process, "unlimited:");
    }

    private static void set(ProcessHandle process, String softLimit) throws InterruptedException {
        Programs.run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + softLimit);
    }
}
