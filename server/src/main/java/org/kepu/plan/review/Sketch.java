package org.kepu.plan.review;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A short fingerprint of a text by which near copies find each other: the {@value #SIZE} smallest hashes of its
 * {@value #SHINGLE}-character pieces (bottom-k sketch, Broder 1997). White space, punctuation and character width do
 * not count.
 */
record Sketch(long[] values) {

    static final int SIZE = 128;
    static final int SHINGLE = 12;

    static Sketch of(String text) {
        var bare = bare(text);
        return new Sketch(IntStream.rangeClosed(0, bare.length() - SHINGLE)
                .mapToLong(i -> hash(bare, i))
                .sorted()
                .distinct()
                .limit(SIZE)
                .toArray());
    }

    /** The share of pieces that both texts have, estimated, 0 to 1. */
    double likeness(Sketch other) {
        var union = LongStream.concat(Arrays.stream(values), Arrays.stream(other.values))
                .sorted()
                .distinct()
                .limit(SIZE)
                .toArray();
        if (union.length == 0) {
            return 0;
        }
        var both = Arrays.stream(union)
                .filter(value ->
                        Arrays.binarySearch(values, value) >= 0 && Arrays.binarySearch(other.values, value) >= 0)
                .count();
        return (double) both / union.length;
    }

    /** The letters and digits of a text, in one form of each. */
    static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** FNV-1a over the piece, with a finaliser so that the smallest values are spread evenly. */
    private static long hash(String text, int from) {
        var hash = 0xcbf29ce484222325L;
        for (int i = from; i < from + SHINGLE; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
