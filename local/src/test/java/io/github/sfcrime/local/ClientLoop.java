package io.github.sfcrime.local;

import io.github.sfcrime.local.stack.FlinkInstallation;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/** Flink's own command line client in a JVM that stays: runs the commands of a {@link WarmClient}, one after the other. */
final class ClientLoop {

    private ClientLoop() {}

    public static void main(String[] none) throws Exception {
        DataInputStream commands = new DataInputStream(System.in);
        DataOutputStream answers = new DataOutputStream(System.out);
        // What main calls before it exits with the result.
        Method client = Class.forName(FlinkInstallation.CLIENT).getDeclaredMethod("mainInternal", String[].class);
        client.setAccessible(true);
        while (true) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
            System.setOut(both);
            System.setErr(both);
            String[] arguments;
            try {
                arguments = read(commands);
            } catch (EOFException nobodyAsksAnyMore) {
                return;
            }
            int exitCode = (int) client.invoke(null, (Object) arguments);
            answers.writeInt(exitCode);
            answers.writeInt(printed.size());
            printed.writeTo(answers);
            answers.flush();
        }
    }

    private static String[] read(DataInputStream commands) throws IOException {
        String[] arguments = new String[commands.readInt()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = commands.readUTF();
        }
        return arguments;
    }
}
