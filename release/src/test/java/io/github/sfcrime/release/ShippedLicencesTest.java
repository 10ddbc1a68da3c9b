package io.github.sfcrime.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the archive has of others is only shipped under licences that are meant to be. */
@Tag("full")
class ShippedLicencesTest {

    private static final Path STYLESHEET = Path.of("src/licences/third-party.xsl");

    private final List<String> messages = new ArrayList<>();

    @Test
    void oneOfSeveralLicencesIsEnough() throws TransformerException {
        assertThat(list("<license><id>GPL-2.0-only</id></license><license><id>EPL-2.0</id></license>"))
                .endsWith("\norg.example:thing:1.0  GPL-2.0-only or EPL-2.0\n");
    }

    @Test
    void aLicenceThatIsNotShippedMakesNoList() {
        assertThatExceptionOfType(TransformerException.class)
                .isThrownBy(() -> list("<license><name>Ask Us</name></license>"));
        assertThat(messages)
                .anyMatch(message -> message.contains("cannot ship org.example:thing:1.0: its licences are [Ask Us]"));
    }

    @Test
    void neitherDoesAComponentThatStatesNone() {
        assertThatExceptionOfType(TransformerException.class).isThrownBy(() -> list(""));
        assertThat(messages)
                .anyMatch(message -> message.contains("cannot ship org.example:thing:1.0: its licences are []"));
    }

    private String list(String licences) throws TransformerException {
        String bom = """
                <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component>
                <group>org.example</group><name>thing</name><version>1.0</version><licenses>%s</licenses>
                </component></components></bom>
                """.formatted(licences);
        Transformer transformer =
                TransformerFactory.newInstance().newTransformer(new StreamSource(STYLESHEET.toFile()));
        transformer.setErrorListener(new Messages());
        StringWriter list = new StringWriter();
        transformer.transform(new StreamSource(new StringReader(bom)), new StreamResult(list));
        return list.toString();
    }

    private final class Messages implements ErrorListener {

        @Override
        public void warning(TransformerException message) {
            messages.add(message.getMessage());
        }

        @Override
        public void error(TransformerException failure) {
            messages.add(failure.getMessage());
        }

        @Override
        public void fatalError(TransformerException failure) throws TransformerException {
            throw failure;
        }
    }
}
