package io.github.sfcrime.loader.read;

import io.github.sfcrime.loader.call.CallConversion;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.UnfitValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What a load makes of a file.
 *
 * @param sent numbers of the calls that fit
 * @param rejected line, field and reason of each record that does not
 * @param damage what kept it from being read to its end, null where nothing did
 * @param remarks what is good to know
 */
record ReadBack(
        List<Long> sent, List<String> rejected, @Nullable String damage, List<String> remarks) {

    static ReadBack of(Path file) throws IOException {
        return of(file, ReadAs.SHOWN);
    }

    static ReadBack of(Path file, ReadAs readAs) throws IOException {
        List<Long> sent = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        Input input = new Input(file, readAs);
        try (CallReader reader = checked(input).open(new LongAdder())) {
            for (RawCall raw = reader.next(); raw != null; raw = reader.next()) {
                try {
                    sent.add(CallConversion.convert(raw).getCrimeId());
                } catch (UnfitValueException e) {
                    rejected.add(raw.position().line() + " " + e.field() + " " + e.getMessage());
                }
            }
            return new ReadBack(sent, rejected, null, reader.remarks());
        } catch (DamagedInputException e) {
            return new ReadBack(sent, rejected, e.getMessage(), List.of());
        }
    }

    private static Input checked(Input input) throws IOException {
        input.check();
        return input;
    }

    /** A call in JSON, invented. */
    static String json(int number) {
        return "{\"crime_id\":\"" + number
                + "\",\"original_crime_type_name\":\"Made Up\",\"call_date_time\":\"2018-11-20T10:00:00.000\"}";
    }

    /** The heading of {@link #row}. */
    static final String HEADING = "crime_id,original_crime_type_name,call_date_time,address";

    /** A call in CSV, invented. */
    static String row(int number) {
        return number + ",Made Up,2018-11-20T10:00:00.000," + number + " Nowhere St";
    }

    /** A heading and three calls. */
    static String csv() {
        return HEADING + "\n" + row(1) + "\n" + row(2) + "\n" + row(3) + "\n";
    }

    static Path write(Path directory, String content) throws IOException {
        return write(directory, content.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path directory, byte[] content) throws IOException {
        return Files.write(directory.resolve("calls"), content);
    }
}
