package io.github.sfcrime.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process of its own for tests: it repeats lines that it gets by a socket, and writes those that it is told to a file. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final int port;

    private Child(Process process) throws IOException {
        this.process = process;
        output = process.inputReader(UTF_8);
        port = Integer.parseInt(output.readLine());
    }

    static Child start(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Child(new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Child.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    int port() {
        return port;
    }

    /** Lets it write a line to its file; whether it could. */
    boolean writes(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
        return Boolean.parseBoolean(output.readLine());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Begins with the file as its argument. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        out.println(server.getLocalPort());
        Thread repeating = new Thread(() -> repeat(server));
        repeating.setDaemon(true);
        repeating.start();
        byte[] buffer = new byte[256];
        for (int length = System.in.read(buffer); length > 0; length = System.in.read(buffer)) {
            out.println(written(Path.of(arguments[0]), new String(buffer, 0, length, UTF_8)));
        }
    }

    private static void repeat(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean written(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
