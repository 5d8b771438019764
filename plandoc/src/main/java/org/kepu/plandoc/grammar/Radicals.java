package org.kepu.plandoc.grammar;

import java.text.Normalizer;

/** PDF fonts name many characters by their radical: ⼈⺠ for 人民. To the eye they are the same, to a program they are not. */
final class Radicals {
    private static final char FIRST = '\u2E80';
    private static final char LAST = '\u2FDF';
    private static final String SUPPLEMENT =
            "⺁厂⺄乙⺇几⺊卜⺌小⺍小⺕彐⺘手⺝月⺟母⺠民⺢水⺩王⺪疋⺬示⺮竹⺯糸⺱网⺲网⺳网⺵网⺶羊⺷羊⺸羊⺻聿⺼肉⻁虎⻂衣⻃西⻄西⻅见⻆角⻉贝⻋车⻌辶⻍辶⻎辶⻐金⻑长⻒长⻓长⻔门⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";
    private static final char[] PLAIN = new char[LAST - FIRST + 1];

    static {
        for (int i = 0; i < PLAIN.length; i++) {
            var character = String.valueOf((char) (FIRST + i));
            PLAIN[i] = Normalizer.normalize(character, Normalizer.Form.NFKC).charAt(0);
        }
        for (int i = 0; i + 1 < SUPPLEMENT.length(); i += 2) {
            PLAIN[SUPPLEMENT.charAt(i) - FIRST] = SUPPLEMENT.charAt(i + 1);
        }
    }

    private Radicals() {}

    static char plain(char c) {
        return c < FIRST || c > LAST ? c : PLAIN[c - FIRST];
    }
}
