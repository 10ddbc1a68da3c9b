package io.github.sfcrime.console.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** Generates JSON in which control characters are escaped beyond what JSON requires. */
public final class PrintableJson {

    private static final int DELETE = 0x7F;

    private PrintableJson() {}

    /** A factory of generators of such JSON, which do not close their target. */
    public static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .characterEscapes(new Escapes())
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
    }

    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return Printable.isSteering(character) ? new SerializedString("\\u%04x".formatted(character)) : null;
        }
    }
}
