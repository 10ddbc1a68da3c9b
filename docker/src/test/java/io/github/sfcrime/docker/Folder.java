package io.github.sfcrime.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the checkout that the tests are about. */
final class Folder {

    private Folder() {}

    /** A file of the checkout, by its path from the root. */
    static Path file(String path) {
        return Checkout.find().root().resolve(path);
    }

    /** A file of the checkout as text. */
    static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A YAML or JSON file of the checkout. */
    static JsonNode tree(String path) {
        try {
            ObjectMapper json = new ObjectMapper();
            return path.endsWith(".json")
                    ? json.readTree(text(path))
                    // Anchors and merged keys resolved.
                    : json.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** The paths of the files in a folder whose names end so, in order. */
    static List<String> paths(String folder, String ending) {
        try (Stream<Path> files = Files.list(file(folder))) {
            return files.map(path -> folder + "/" + path.getFileName())
                    .filter(path -> path.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a file or folder of the checkout to somewhere else. */
    static void copy(String path, Path to) throws IOException {
        Path from = file(path);
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path source : files.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
