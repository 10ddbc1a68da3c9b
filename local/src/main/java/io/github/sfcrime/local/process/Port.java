package io.github.sfcrime.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A loopback port to listen on.
 *
 * @param number the port that is wanted, 0 for any
 * @param required whether another port will not do
 */
public record Port(int number, boolean required) {

    private static final int FIRST_FREE = 20_000;
    /** From here on Linux gives ports to outgoing connections, which could take one that was just found free. */
    private static final int LAST_FREE = 32_767;

    private static final int TRIES = 200;
    private static final int CONNECTS_WITHIN_MILLIS = 1_000;

    /** Free ports that were chosen here: whoever is to listen there may not do so yet. */
    private static final Set<Integer> CHOSEN = ConcurrentHashMap.newKeySet();

    public Port {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException("a port must be between 0 and 65535: " + number);
        }
    }

    /** Any free port. */
    public static Port any() {
        return new Port(0, false);
    }

    /** This port or none; 0 is any free one. */
    public static Port exactly(int number) {
        return new Port(number, number != 0);
    }

    /** This port where it is free, else any. */
    public static Port preferably(int number) {
        return new Port(number, false);
    }

    /**
     * A port that is free now.
     *
     * @param program that will listen there, for the message
     * @throws StackFailure if the required port is taken
     */
    public int choose(String program) {
        if (number != 0 && isFree(number)) {
            return number;
        }
        if (required) {
            throw new StackFailure("cannot start " + program + " on port " + number
                    + ": the port is taken: stop what listens there or choose another port (0 for any free one)");
        }
        for (int i = 0; i < TRIES; i++) {
            int candidate = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE + 1);
            if (isFree(candidate) && CHOSEN.add(candidate)) {
                return candidate;
            }
        }
        throw new StackFailure(
                "cannot start " + program + ": no free port between " + FIRST_FREE + " and " + LAST_FREE);
    }

    /** Whether the wanted port is free now; true for any port. */
    public boolean isFree() {
        return number == 0 || isFree(number);
    }

    /** Whether a program takes connections at a port of any of this machine's addresses of {@code localhost}. */
    public static boolean isOpen(int port) {
        try {
            return Stream.of(InetAddress.getAllByName("localhost")).anyMatch(address -> isOpen(address, port));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isOpen(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECTS_WITHIN_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
