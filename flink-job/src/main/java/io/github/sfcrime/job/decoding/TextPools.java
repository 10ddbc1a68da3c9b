package io.github.sfcrime.job.decoding;

import io.github.sfcrime.job.calls.Hexagons;

/** A pool for each kind of text, so that many addresses do not push the few dispositions out. */
final class TextPools {

    final TextPool types = new TextPool();
    final TextPool dispositions = new TextPool();
    final TextPool places = new TextPool();
    final Hexagons hexagons = new Hexagons();
}
