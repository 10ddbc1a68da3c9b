package io.github.sfcrime.benchmarks.contender;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.benchmarks.workload.WorkloadSchema;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.CallTotal;
import io.github.sfcrime.schemas.CallTotalKey;
import io.github.sfcrime.schemas.RadioCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schemas and the radio codes as files, for a program whose libraries are not ours. */
final class Contract {

    private Contract() {}

    /** Writes them to a folder of that directory, and returns the folder. */
    static Path in(Path directory) {
        try {
            Path folder = Files.createDirectories(directory.resolve("contract"));
            Files.writeString(folder.resolve("call.avsc"), WorkloadSchema.CALLS.toString());
            Files.writeString(
                    folder.resolve("row.avsc"), CallCount.getClassSchema().toString());
            Files.writeString(
                    folder.resolve("key.avsc"), CallCountKey.getClassSchema().toString());
            Files.writeString(
                    folder.resolve("total.avsc"), CallTotal.getClassSchema().toString());
            Files.writeString(
                    folder.resolve("total-key.avsc"),
                    CallTotalKey.getClassSchema().toString());
            List<String> codes = new ArrayList<>();
            for (Map.Entry<String, String> code : RadioCodes.builtIn().entrySet()) {
                codes.add(code.getKey() + "\t" + code.getValue());
            }
            Files.write(folder.resolve("radio-codes.tsv"), codes);
            return folder;
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }
}
