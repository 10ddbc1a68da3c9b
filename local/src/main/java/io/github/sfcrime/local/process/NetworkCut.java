package io.github.sfcrime.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Nothing that a process sends on loopback arrives, and nothing reaches it: packets from and to its ports are dropped, as by a
 * network that is cut. Of Linux, by the rules of {@code iptables}, which only root may set. They are in a chain of their own,
 * {@code sfcrime-PID}, which goes with the cut.
 */
final class NetworkCut implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    /** The local port of a line of {@code /proc/net/tcp}, in hexadecimal digits, and the socket's number. */
    private static final Pattern LINE = Pattern.compile("^ *\\d+: \\w+:(\\w{4}) \\w+:\\w{4}(?: +\\S+){6} +(\\d+) ");

    private final ProcessHandle process;
    private final String chain;
    private final Set<Integer> cut = new HashSet<>();

    private NetworkCut(ProcessHandle process) {
        this.process = process;
        chain = "sfcrime-" + process.pid();
    }

    /** Whether there is the program for it, and it may be used. */
    static boolean isPossible() throws InterruptedException {
        if (!Programs.isThere("iptables")) {
            return false;
        }
        try {
            iptables("-S", "OUTPUT");
            return true;
        } catch (StackFailure notAllowed) {
            return false;
        }
    }

    /** Cuts it off; what it opens later follows while {@link #last} runs. */
    static NetworkCut of(ProcessHandle process) throws InterruptedException {
        NetworkCut cut = new NetworkCut(process);
        iptables("-N", cut.chain);
        iptables("-I", "OUTPUT", "-o", "lo", "-j", cut.chain);
        cut.dropNewPorts();
        return cut;
    }

    /** Keeps it up for so long. */
    void last(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            dropNewPorts();
        }
    }

    /** Packets on loopback pass the output once, whichever way they go. */
    private void dropNewPorts() throws InterruptedException {
        for (int port : ports()) {
            if (cut.add(port)) {
                for (String end : List.of("--sport", "--dport")) {
                    iptables("-A", chain, "-p", "tcp", end, Integer.toString(port), "-j", "DROP");
                }
            }
        }
    }

    private Set<Integer> ports() {
        Set<String> sockets = sockets();
        Set<Integer> ports = new HashSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/net", table))) {
                lines.map(LINE::matcher)
                        .filter(Matcher::find)
                        .filter(line -> sockets.contains(line.group(2)))
                        .forEach(line -> ports.add(Integer.parseInt(line.group(1), 16)));
            } catch (IOException e) {
                throw new StackFailure("cannot read the kernel's table of sockets: " + e.getMessage(), e);
            }
        }
        return ports;
    }

    private Set<String> sockets() {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            files.forEach(file -> {
                Matcher socket = SOCKET.matcher(target(file));
                if (socket.matches()) {
                    sockets.add(socket.group(1));
                }
            });
        } catch (IOException | UncheckedIOException gone) {
            // A process that has ended meanwhile has no ports.
            return Set.of();
        }
        return sockets;
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    @Override
    public void close() throws InterruptedException {
        iptables("-D", "OUTPUT", "-o", "lo", "-j", chain);
        iptables("-F", chain);
        iptables("-X", chain);
    }

    private static void iptables(String... arguments) throws InterruptedException {
        String[] command =
                Stream.concat(Stream.of("iptables", "-w"), Stream.of(arguments)).toArray(String[]::new);
        Programs.run(command);
    }
}
