package org.kepu.indicator.history;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number that names one person: of an identity card with its check character (GB 11643), of a mobile telephone, of a passport
 * or permit. A spreadsheet that has rounded a number, or a name in its place, is found out by it.
 */
final class PersonNumber {

    private static final Pattern IDENTITY = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern OTHERS = Pattern.compile("1[3-9]\\d{9}|[A-Z]{1,3}\\d{6,10}");
    private static final String CHECKS = "10X98765432";

    private PersonNumber() {}

    static boolean is(String written) {
        var number = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        return OTHERS.matcher(number).matches() || (IDENTITY.matcher(number).matches() && checks(number));
    }

    private static boolean checks(String identity) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (identity.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return CHECKS.charAt(sum % 11) == identity.charAt(17);
    }
}
