package io.github.sfcrime.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The schemas of the Flink Kubernetes Operator's resources, which lie beside the checkout.
 *
 * @param folder where they are
 */
record OperatorSchemas(Path folder) {

    static OperatorSchemas besideTheCheckout() {
        return new OperatorSchemas(
                Folder.file("../shared/kubernetes/crds").toAbsolutePath().normalize());
    }

    boolean areThere() {
        return Files.isDirectory(folder);
    }

    /** What is wrong with a resource of the operator. */
    List<String> faults(Manifests.Manifest manifest) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema(manifest.kind()))
                .validate(manifest.node())
                .stream()
                .map(fault -> manifest + ": " + fault.getMessage())
                .toList();
    }

    /** The versions of Flink that the operator knows. */
    List<String> flinkVersions() {
        return Compose.texts(schema("FlinkDeployment").at("/properties/spec/properties/flinkVersion/enum"))
                .toList();
    }

    private JsonNode schema(String kind) {
        Path file = folder.resolve(kind.toLowerCase(Locale.ROOT) + "s.flink.apache.org-v1.yml");
        try {
            JsonNode definition = new ObjectMapper()
                    .valueToTree(
                            new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(Files.readString(file)));
            JsonNode schema = definition.at("/spec/versions/0/schema/openAPIV3Schema");
            return close(schema.isObject() ? schema : schema.path("missing"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema of " + kind, e);
        }
    }

    /** Kubernetes drops fields that a schema does not name, in silence; here they are faults. */
    private static JsonNode close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()
                && !object.has("additionalProperties")) {
            boolean root = object.path("properties").has("spec")
                    && object.path("properties").has("status");
            object.put("additionalProperties", root);
        }
        schema.forEach(OperatorSchemas::close);
        return schema;
    }
}
