package org.kepu.indicator;

/**
 * A word of a vocabulary: an audience, or a kind of place.
 *
 * @param code empty for what was not told
 */
public record Term(short id, String code, String name) {}
