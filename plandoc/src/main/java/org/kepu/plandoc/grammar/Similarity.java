package org.kepu.plandoc.grammar;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How alike two titles are, by the pairs of letters they share: 0 to 1. */
final class Similarity {
    private static final Pattern COMMON = Pattern.compile("科学素质|提升|行动|工程|实施|开展");

    private Similarity() {}

    static double of(Passage one, Passage other) {
        var a = letters(one);
        var b = letters(other);
        if (a.equals(b)) {
            return 1;
        }
        if (a.length() < 2 || b.length() < 2) {
            return 0;
        }
        var pairs = pairs(a);
        int shared = 0;
        for (int i = 0; i + 1 < b.length(); i++) {
            if (pairs.merge(b.substring(i, i + 2), -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        return 2.0 * shared / (a.length() + b.length() - 2);
    }

    /**
     * Whether two titles name one programme. What all programmes are called counts for nothing: 农民 and 农牧民 are one, 青少年
     * and 老年人 are two.
     */
    static boolean areOneProgramme(Passage one, Passage other) {
        var a = core(one);
        var b = core(other);
        if (a.equals(b)) {
            return true;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        boolean contains = Math.min(a.length(), b.length()) >= 2 && (a.contains(b) || b.contains(a));
        return contains || sharedLetters(a, b) >= 0.7;
    }

    private static String core(Passage title) {
        return COMMON.matcher(letters(title)).replaceAll("");
    }

    private static double sharedLetters(String a, String b) {
        var rest = new StringBuilder(b);
        int shared = 0;
        for (int i = 0; i < a.length(); i++) {
            int at = rest.indexOf(a.substring(i, i + 1));
            if (at >= 0) {
                shared++;
                rest.deleteCharAt(at);
            }
        }
        return 2.0 * shared / (a.length() + b.length());
    }

    private static Map<String, Integer> pairs(String text) {
        var pairs = new HashMap<String, Integer>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.merge(text.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static String letters(Passage title) {
        var text = title.folded();
        var letters = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 120); i++) {
            if (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '+') {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString();
    }
}
