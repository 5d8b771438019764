package org.kepu.plandoc.source;

import java.text.Normalizer;

/**
 * Characters as a reader sees them. Marks without shape are dropped. A radical in running text is no radical: fonts use
 * one shape for 民 and for the radical ⺠, and PDF programs write down whichever they find first.
 */
final class Characters {
    private static final char FIRST_RADICAL = '\u2E80';
    private static final char LAST_RADICAL = '\u2FDF';
    private static final char FIRST_COMPATIBLE = '\uF900';
    private static final char LAST_COMPATIBLE = '\uFAFF';

    /** The radicals that Unicode itself does not map, or to the other script, each followed by its character. */
    private static final String SUPPLEMENT = "⼾户⺁厂⺄乙⺅亻⺆冂⺉刂⺊卜⺌小⺍小⺎兀⺏尢⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬"
            + "⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺲罒⺶羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝"
            + "⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

    private Characters() {}

    static String visible(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (shown(line.charAt(i)) != line.charAt(i)) {
                return rewritten(line);
            }
        }
        return line;
    }

    private static String rewritten(String line) {
        var kept = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char shown = shown(line.charAt(i));
            if (shown != 0) {
                kept.append(shown);
            }
        }
        return kept.toString();
    }

    /** The character that is seen in place of this one, 0 where none is. */
    private static char shown(char c) {
        if (c < ' ') {
            return c == '\t' || c == '\n' ? c : 0;
        }
        if (c >= FIRST_RADICAL && c <= LAST_RADICAL || c >= FIRST_COMPATIBLE && c <= LAST_COMPATIBLE) {
            return unified(c);
        }
        return c == '\uFEFF' || c >= '\u200B' && c <= '\u200F' || c == '\u00AD' ? 0 : c;
    }

    private static char unified(char c) {
        int at = SUPPLEMENT.indexOf(c);
        if (at >= 0 && at % 2 == 0) {
            return SUPPLEMENT.charAt(at + 1);
        }
        var normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return normal.length() == 1 ? normal.charAt(0) : c;
    }
}
