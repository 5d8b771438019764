package org.kepu.plandoc.grammar;

import com.ibm.icu.text.Transliterator;

/**
 * One spelling for the many a character may have: half width digits and letters, full width marks, one dash, simplified
 * characters. One character always folds to one character, so that places in the folded text are places in the document.
 */
final class Folding {
    private static final Folding PLAIN = new Folding(false);
    private static final String TRADITIONAL_ONLY = "實學術設與發會業為開黨農關門單質綱劃動總體務責頭導領組織標縣區廳國協聯";
    private static final int LOOKED_AT = 20_000;
    private static final int ENOUGH = 5;

    private final char[] table = new char[Character.MAX_VALUE + 1];

    private Folding(boolean traditional) {
        for (int c = 0; c < table.length; c++) {
            table[c] = mark((char) c);
        }
        if (traditional) {
            var transliterator = Transliterator.getInstance("Traditional-Simplified");
            for (int c = 0x4E00; c <= 0x9FFF; c++) {
                var simplified = transliterator.transliterate(String.valueOf((char) c));
                if (simplified.length() == 1) {
                    table[c] = simplified.charAt(0);
                }
            }
        }
    }

    /** The folding a text needs: building the table of traditional characters is only worth it where they occur. */
    static Folding of(String text) {
        return isTraditional(text) ? Traditional.FOLDING : PLAIN;
    }

    char fold(char c) {
        return table[c];
    }

    private static boolean isTraditional(String text) {
        int found = 0;
        for (int i = 0; i < Math.min(text.length(), LOOKED_AT); i++) {
            if (TRADITIONAL_ONLY.indexOf(text.charAt(i)) >= 0 && ++found >= ENOUGH) {
                return true;
            }
        }
        return false;
    }

    private static char mark(char c) {
        if (c >= '！' && c <= '～') {
            return mark((char) (c - '！' + '!'));
        }
        if (c >= '\uE000' && c <= '\uF8FF') {
            return '●';
        }
        return switch (c) {
            case '(', '﹙', '⟮' -> '（';
            case ')', '﹚', '⟯' -> '）';
            case '[', '【', '﹝', '［' -> '〔';
            case ']', '】', '﹞', '］' -> '〕';
            case '<', '〈', '«', '≪' -> '《';
            case '>', '〉', '»', '≫' -> '》';
            case '「', '『', '〝' -> '“';
            case '」', '』', '〞' -> '”';
            case ',' -> '，';
            case ';' -> '；';
            case ':', '∶', '︰' -> '：';
            case '!' -> '！';
            case '?' -> '？';
            case '｡' -> '。';
            case '､' -> '、';
            case '-', '‐', '‑', '–', '―', '─', '━', '−', '~', '〜', '∼', '﹣' -> '—';
            case '•', '·', '∙', '◆', '■', '▪', '▶', '▲', '★', '◇', '□', '※', '◎', '➢', '✓', '*', '►', '⚫' -> '●';
            default -> c;
        };
    }

    /** Holds the costly table until a document needs it. */
    private static final class Traditional {
        static final Folding FOLDING = new Folding(true);
    }
}
