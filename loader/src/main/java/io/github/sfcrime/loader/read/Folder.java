package io.github.sfcrime.loader.read;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.NoInputException;
import io.github.sfcrime.loader.call.Shown;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The inputs in a folder and below, by name; what is plainly none is left out. */
final class Folder {

    private static final int TOLD = 10;

    private final Path path;
    private final List<Input> inputs = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private Folder(Path path) {
        this.path = path;
    }

    static Folder of(Path path, ReadAs readAs) throws IOException {
        Folder folder = new Folder(path);
        for (Path file : folder.files()) {
            folder.take(new Input(file, readAs));
        }
        if (folder.inputs.isEmpty()) {
            throw new UserErrorException("cannot load " + path + ": there is no file in it"
                    + (folder.leftOut.isEmpty() ? "" : " that holds calls: " + folder.listed()));
        }
        return folder;
    }

    List<Input> inputs() {
        return inputs;
    }

    /** What was left out, in a line, or null where nothing was. */
    @Nullable
    String remark() {
        return leftOut.isEmpty() ? null : "left out of " + path + ": " + listed();
    }

    private String listed() {
        return String.join(", ", leftOut.subList(0, Math.min(TOLD, leftOut.size())))
                + (leftOut.size() > TOLD ? " and " + (leftOut.size() - TOLD) + " others" : "");
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(path) && isOfAProgram(directory)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Files.isRegularFile(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                throw new UserErrorException("cannot load " + file + ": it may not be read, change its permissions");
            }
        });
        Collections.sort(files);
        return files;
    }

    /** Programs keep what is theirs under such names: {@code _SUCCESS}, {@code .part-00000.crc}, {@code calls.csv~}. */
    private static boolean isOfAProgram(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".")
                || name.startsWith("_")
                || name.endsWith("~")
                || name.equals("Thumbs.db")
                || name.equals("desktop.ini");
    }

    private void take(Input input) throws IOException {
        Path file = input.path();
        if (isOfAProgram(file)) {
            leaveOut(file, "");
        } else if (Files.size(file) == 0) {
            leaveOut(file, " (empty)");
        } else if (Files.isReadable(file) && input.isRejects()) {
            leaveOut(file, " (rejects of a load)");
        } else {
            try {
                input.check();
                inputs.add(input);
            } catch (NoInputException e) {
                leaveOut(file, " (" + e.reason() + ")");
            }
        }
    }

    private void leaveOut(Path file, String why) {
        leftOut.add(Shown.text(path.relativize(file).toString(), 100) + why);
    }
}
