package org.kepu.shared;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why somebody reads, exports, grants or refuses. It is written on the trail, where nothing is ever erased: so it holds no
 * telephone number, identity number or mail address.
 */
public record Reason(String words) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    /** What may stand between the digits of a number, some at a time. */
    private static final String APART = "[ \\t\\p{Cf}_·‐-]{0,4}";

    private static final Pattern TELLS_TOO_MUCH = Pattern.compile("(?:\\p{Nd}" + APART + "){7,}|\\S@\\S");

    /** 2026-11-22, standing alone: in a longer row of digits it may be part of a number. */
    private static final Pattern DAY = Pattern.compile("(?<!\\p{Nd}" + APART
            + ")(?:19|20)\\d\\d-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\\d|3[01])(?!\\p{Nd}|[_·‐-]{1,4}\\p{Nd})");

    /** What is wrong with a reason; each is a key of the bundle. */
    public enum Fault {
        MISSING,
        TOO_LONG,
        PERSONAL;

        public String messageKey() {
            return "privacy.reason." + name();
        }
    }

    public Reason {
        words = words.strip();
        fault(words).ifPresent(fault -> {
            throw new IllegalArgumentException("no reason: " + fault);
        });
    }

    public static Optional<Fault> fault(String words) {
        var bare = words.strip();
        if (bare.length() < SHORTEST) {
            return Optional.of(Fault.MISSING);
        }
        if (bare.length() > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        return tellsTooMuch(bare) ? Optional.of(Fault.PERSONAL) : Optional.empty();
    }

    /** Whether there is a telephone number, an identity number or a mail address in the words, however long they are. */
    public static boolean tellsTooMuch(String words) {
        return TELLS_TOO_MUCH
                .matcher(DAY.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC))
                        .replaceAll("日"))
                .find();
    }
}
