package io.github.sfcrime.local;

import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where pictures for the documentation go: where the property {@code sfcrime.pictures} says, else below {@code target}. */
final class Pictures {

    private Pictures() {}

    static Path file(String name) throws IOException {
        Path root = Checkout.find().root();
        Path folder = root.resolve(System.getProperty("sfcrime.pictures", "local/target/pictures"));
        return Files.createDirectories(folder).resolve(name);
    }
}
