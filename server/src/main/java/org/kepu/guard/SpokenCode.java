package org.kepu.guard;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Codes of 80 bits that people read out and copy from paper: without the letters that are taken for digits. */
public final class SpokenCode {

    /** As it is kept. */
    public static final String SHAPE = "[0-9A-HJKMNP-TV-Z]{16}";

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    private SpokenCode() {}

    public static String random(RandomGenerator chance) {
        return chance.ints(LENGTH, 0, SIGNS.length())
                .mapToObj(sign -> SIGNS.substring(sign, sign + 1))
                .collect(Collectors.joining());
    }

    /** However it is typed: small letters, hyphens, O for 0, I and L for 1. */
    public static String bare(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
    }

    /** As it is printed: four groups of four. */
    public static String spelled(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }
}
