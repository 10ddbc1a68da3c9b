package io.github.sfcrime.local;

import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The city's file, which is not part of this project. */
final class RealCalls {

    private static final String FILE = "data/police-department-calls-for-service.json.gz";

    private RealCalls() {}

    /** Where it is kept, if it is. */
    static Path file() {
        Path shared = Path.of(System.getProperty(
                "sfcrime.shared", Checkout.find().root().resolve("../shared").toString()));
        return shared.resolve(FILE).normalize();
    }

    /** The city's file, or as many synthetic calls where it is not there; says which. */
    static Path orMadeUp(Stack stack) throws InterruptedException {
        Path file = file();
        if (Files.exists(file)) {
            System.out.println("counting the real file: " + file);
            return file;
        }
        System.out.println("not there, so synthetic calls are counted: " + file);
        Path madeUp = stack.directory().resolve("calls.json.gz");
        stack.load(List.of("generate", "--quiet", "--output", madeUp.toString()));
        return madeUp;
    }
}
