package io.github.sfcrime.loader.generate;

/**
 * A type of call and how such calls end.
 *
 * @param name as calls carry it
 * @param dispositions how often they end in which disposition
 */
record CallType(String name, WeightedChoice<String> dispositions) {}
