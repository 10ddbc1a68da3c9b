package io.github.sfcrime.local;

import java.util.ArrayList;
import java.util.List;

/** Lets programs hear signals that whoever runs the tests has switched off. */
final class Signals {

    private static final List<String> PERL =
            List.of("perl", "-e", "$SIG{INT} = $SIG{HUP} = 'DEFAULT'; exec @ARGV or die \"cannot run: $!\\n\"", "--");

    private Signals() {}

    /**
     * The same command, to which an interrupt comes. A shell ignores interrupts for what it starts in the background, as
     * {@code nohup mvn verify &}, every child inherits that, and Java cannot undo it, but Perl.
     */
    static List<String> heard(List<String> command) {
        List<String> heard = new ArrayList<>(PERL);
        heard.addAll(command);
        return heard;
    }
}
