package io.github.sfcrime.job.calls;

/** A pool for each kind of text, so that many addresses do not push the few dispositions out. */
final class TextPools {

    final StringPool types = new StringPool();
    final StringPool dispositions = new StringPool();
    final StringPool places = new StringPool();
}
