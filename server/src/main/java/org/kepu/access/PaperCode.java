package org.kepu.access;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What opens something to whoever reads it from paper: four groups of four signs, about 79 bits of chance. */
public final class PaperCode {

    /** Without signs that look alike on paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private PaperCode() {}

    public static String random(RandomGenerator chance) {
        return Stream.generate(() -> group(chance)).limit(4).collect(Collectors.joining("-"));
    }

    private static String group(RandomGenerator chance) {
        return chance.ints(4, 0, ALPHABET.length())
                .mapToObj(sign -> String.valueOf(ALPHABET.charAt(sign)))
                .collect(Collectors.joining());
    }
}
