package org.kepu.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The national code of an administrative division: 6 digits down to the banner (GB/T 2260), 9 for a sumu, town or street,
 * 12 for a gacha, village or community (GB/T 10114). One division has one spelling: the 12-digit notation of a banner
 * ({@code 150203000000}) is not a code here; {@link #read} turns it into one.
 */
public record RegionCode(String value) implements Comparable<RegionCode> {

    private static final Pattern SHAPE =
            Pattern.compile("(?!\\d\\d00(?!00$))[1-9]\\d{5}((?!000)\\d{3}((?!000)\\d{3})?)?");
    private static final Pattern DIGITS = Pattern.compile("[1-9]\\d+");

    public RegionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a region code has 6, 9 or 12 digits and no empty step: " + value);
        }
    }

    /** The code that a written one means: 2 and 4 digits are filled up to 6, empty steps at the end are dropped. */
    public static Optional<RegionCode> read(String written) {
        var digits = written.strip();
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        var code = switch (digits.length()) {
            case 2 -> digits + "0000";
            case 4 -> digits + "00";
            case 9, 12 -> withoutEmptySteps(digits);
            default -> digits;
        };
        return SHAPE.matcher(code).matches() ? Optional.of(new RegionCode(code)) : Optional.empty();
    }

    private static String withoutEmptySteps(String digits) {
        var code = digits;
        while (code.length() > 6 && code.endsWith("000")) {
            code = code.substring(0, code.length() - 3);
        }
        return code;
    }

    /** The level that the shape of the code stands for; ancestry is never read from it, only from the tree. */
    public RegionLevel level() {
        return switch (value.length()) {
            case 12 -> RegionLevel.GACHA;
            case 9 -> RegionLevel.SUMU;
            default ->
                value.endsWith("0000")
                        ? RegionLevel.AUTONOMOUS_REGION
                        : value.endsWith("00") ? RegionLevel.LEAGUE : RegionLevel.BANNER;
        };
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
