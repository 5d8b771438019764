package org.kepu.plandoc.grammar;

import java.util.HashMap;
import java.util.Map;

/** How alike two titles are, by the pairs of letters they share: 0 to 1. */
final class Similarity {
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
