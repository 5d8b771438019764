package org.kepu.shared;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * A draw (摇号) that everybody can do again. Before anybody enters, the digest of the seed is published, so that the seed cannot
 * be chosen to suit; after it the seed is. Each entry stands in the list by a digest of its code: who has a code finds himself,
 * and nobody learns another's. The order is that of {@code sha256(seed + ":" + mark)}.
 */
public final class Draw {

    private static final int MARK = 16;

    private Draw() {}

    /** What is published of the seed before. */
    public static String commitment(String seed) {
        return sha256(seed);
    }

    /** By what an entry stands in the list. */
    public static String mark(String code) {
        return sha256(code).substring(0, MARK);
    }

    /** The codes in the order that the seed draws. */
    public static List<String> order(String seed, Collection<String> codes) {
        var drawn = codes.stream().collect(toMap(Function.identity(), code -> sha256(seed + ":" + mark(code))));
        return codes.stream()
                .sorted(Comparator.comparing((String code) -> String.valueOf(drawn.get(code)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
