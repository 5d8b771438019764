package org.kepu.shared;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in one spelling, by which somebody is known who has no account. */
public record PhoneNumber(String digits) {

    private static final Pattern SHAPE = Pattern.compile("\\d{7,12}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    public PhoneNumber {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("a telephone number has 7 to 12 digits");
        }
    }

    /** However it is written: full-width digits, spaces, hyphens, +86 in front. */
    public static Optional<PhoneNumber> read(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s()-]", "")
                .replaceFirst("^(\\+|00)86", "");
        return SHAPE.matcher(plain).matches() ? Optional.of(new PhoneNumber(plain)) : Optional.empty();
    }

    /** Whether a short message can reach it. */
    public boolean isMobile() {
        return MOBILE.matcher(digits).matches();
    }

    @Override
    public String toString() {
        return Masked.phone(digits);
    }
}
