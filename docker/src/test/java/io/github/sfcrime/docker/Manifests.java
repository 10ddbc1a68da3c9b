package io.github.sfcrime.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifests for Kubernetes. */
final class Manifests {

    static final String FOLDER = "docker/kubernetes";

    private Manifests() {}

    /**
     * One resource.
     *
     * @param file where it is
     * @param node its content
     */
    record Manifest(String file, JsonNode node) {

        String kind() {
            return node.path("kind").asText();
        }

        String name() {
            return node.path("metadata").path("name").asText();
        }

        @Override
        public String toString() {
            return file + ": " + kind() + " " + name();
        }
    }

    /** The resources of the files, patches of overlays among them, without what kustomize itself reads. */
    static List<Manifest> all() {
        try (Stream<Path> files = Files.walk(Folder.file(FOLDER))) {
            List<Manifest> all = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> !path.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList()) {
                all.addAll(in(Folder.file("").relativize(file).toString(), Files.readString(file)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The resources of a text of YAML. */
    static List<Manifest> in(String file, String text) {
        ObjectMapper json = new ObjectMapper();
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
        return StreamSupport.stream(documents.spliterator(), false)
                .map(document -> new Manifest(file, json.valueToTree(document)))
                .toList();
    }

    /** The resources of a kind. */
    static List<Manifest> ofKind(String kind) {
        return all().stream().filter(manifest -> manifest.kind().equals(kind)).toList();
    }

    /** The resource of a kind in a file. */
    static Manifest one(String file, String kind) {
        return in(file, Folder.text(FOLDER + "/" + file)).stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + file));
    }
}
