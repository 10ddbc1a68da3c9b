package io.github.sfcrime.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** Lets a command that {@link FinishesWhenInterrupted} finish after Ctrl-C. */
final class Interrupts {

    private static final Duration DONE_WITHIN = Duration.ofSeconds(20);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(5);

    private Interrupts() {}

    static int execute(CommandLine commands, String... arguments) {
        boolean finishes = commands.getSubcommands().values().stream()
                .anyMatch(command -> command.getCommand() instanceof FinishesWhenInterrupted);
        return finishes ? executeToTheEnd(commands, arguments) : commands.execute(arguments);
    }

    private static int executeToTheEnd(CommandLine commands, String... arguments) {
        CountDownLatch done = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruptAndWait(main, done)));
        try {
            return commands.execute(arguments);
        } finally {
            done.countDown();
        }
    }

    private static void interruptAndWait(Thread main, CountDownLatch done) {
        try {
            if (done.getCount() > 0) {
                main.interrupt();
                if (!done.await(DONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                    // It still waits, in vain: the second interrupt makes it report and return.
                    main.interrupt();
                    boolean inTime = done.await(TOLD_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
                    assert inTime : "still busy";
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
