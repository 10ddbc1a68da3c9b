package io.github.sfcrime.loader.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The identity of a load.
 *
 * @param name the same for every start with the same arguments: its transactional id and its consumer group
 * @param fingerprint of what the inputs hold
 */
record LoadIdentity(String name, String fingerprint) {

    private static final int NAME_DIGITS = 16;

    /** @param arguments whatever decides which calls are sent in which order, besides what the files hold */
    static LoadIdentity of(String topic, List<String> arguments, List<Path> files) throws IOException {
        MessageDigest name = sha256();
        MessageDigest contents = sha256();
        for (String argument : arguments) {
            name.update((argument + "\n").getBytes(StandardCharsets.UTF_8));
        }
        for (Path file : files) {
            name.update((file.toAbsolutePath().normalize() + "\n").getBytes(StandardCharsets.UTF_8));
            contents.update((Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
            addContent(contents, file);
        }
        return new LoadIdentity("sfcrime-load-" + topic + "-" + hex(name).substring(0, NAME_DIGITS), hex(contents));
    }

    private static void addContent(MessageDigest digest, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
