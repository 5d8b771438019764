package org.kepu.plandoc.grammar;

import com.ibm.icu.text.Transliterator;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for the many a character may have: half width digits and letters, full width marks, one dash, simplified
 * characters. One character always folds to one character, so that places in the folded text are places in the document.
 */
final class Folding {
    private static final char NOT_YET = 0;
    private static final char FIRST_IDEOGRAPH = 0x4E00;
    private static final char LAST_IDEOGRAPH = 0x9FFF;
    private static final Folding PLAIN = new Folding(null);
    private static final String TRADITIONAL_ONLY = "實學術設與發會業為開黨農關門單質綱劃動總體務責頭導領組織標縣區廳國協聯";
    private static final int LOOKED_AT = 20_000;
    private static final int ENOUGH = 5;

    private final char[] table = new char[Character.MAX_VALUE + 1];

    private final @Nullable Transliterator simplifying;

    private Folding(@Nullable Transliterator simplifying) {
        this.simplifying = simplifying;
        for (int c = 0; c < table.length; c++) {
            boolean open = simplifying != null && c >= FIRST_IDEOGRAPH && c <= LAST_IDEOGRAPH;
            table[c] = open ? NOT_YET : mark((char) c);
        }
    }

    /** The folding a text needs; traditional characters are looked up where they occur, each once. */
    static Folding of(String text) {
        return isTraditional(text) ? new Folding(Transliterator.getInstance("Traditional-Simplified")) : PLAIN;
    }

    char fold(char c) {
        if (table[c] == NOT_YET && simplifying != null) {
            var simplified = simplifying.transliterate(String.valueOf(c));
            table[c] = simplified.length() == 1 ? simplified.charAt(0) : c;
        }
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
            case '-', '‐', '‑', '–', '―', '─', '━', '−', '~', '〜', '∼', '﹣', '⸺', '⸻' -> '—';
            case '•', '·', '∙', '◆', '■', '▪', '▶', '▲', '★', '◇', '□', '※', '◎', '➢', '✓', '*', '►', '⚫' -> '●';
            default -> c;
        };
    }
}
