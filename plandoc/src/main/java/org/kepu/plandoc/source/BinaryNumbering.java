package org.kepu.plandoc.source;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** The automatic numbering of a Word 97 document. */
final class BinaryNumbering {
    private static final int LEVELS = 9;
    private static final int BULLET = 23;
    private static final int NO_NUMBER = 255;
    private static final int FOLLOWED_BY_NOTHING = 2;

    private final Map<Integer, int[]> counts = new HashMap<>();

    String next(Paragraph paragraph) {
        if (!paragraph.isInList()) {
            return "";
        }
        try {
            var list = paragraph.getList();
            return list.getListData() == null ? "" : next(list, paragraph.getIlvl());
        } catch (IllegalStateException | IllegalArgumentException | ArrayIndexOutOfBoundsException noSuchList) {
            return "";
        }
    }

    private String next(HWPFList list, int index) {
        if (index < 0 || index >= LEVELS) {
            return "";
        }
        var count = counts.computeIfAbsent(list.getLsid(), any -> new int[LEVELS]);
        for (int i = 0; i < index; i++) {
            count[i] = count[i] == 0 ? list.getStartAt((char) i) : count[i];
        }
        count[index] = count[index] == 0 ? list.getStartAt((char) index) : count[index] + 1;
        for (int i = index + 1; i < LEVELS; i++) {
            count[i] = 0;
        }
        return written(list, index, count);
    }

    private static String written(HWPFList list, int index, int[] count) {
        int format = list.getNumberFormat((char) index);
        var pattern = list.getNumberText((char) index);
        if (pattern == null || pattern.isEmpty() || format == NO_NUMBER && pattern.isBlank()) {
            return "";
        }
        var written = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c < LEVELS && format != BULLET) {
                written.append(Numerals.write(count[c], name(list.getNumberFormat(c))));
            } else if (c >= ' ') {
                written.append(c >= '\uE000' && c < '\uF900' ? '•' : c);
            }
        }
        boolean isTight = list.getTypeOfCharFollowingTheNumber((char) index) == FOLLOWED_BY_NOTHING;
        return written.append(isTight ? "" : " ").toString();
    }

    /** The number format codes of the binary format by their names in the XML one. */
    private static String name(int code) {
        return switch (code) {
            case 1 -> "upperRoman";
            case 2 -> "lowerRoman";
            case 3 -> "upperLetter";
            case 4 -> "lowerLetter";
            case 10 -> "ideographDigital";
            case 11 -> "japaneseCounting";
            case 14, 19 -> "decimalFullWidth";
            case 18, 28 -> "decimalEnclosedCircle";
            case 22 -> "decimalZero";
            case BULLET -> "bullet";
            case 26 -> "decimalEnclosedFullstop";
            case 27 -> "decimalEnclosedParen";
            case 29 -> "ideographEnclosedCircle";
            case 30 -> "ideographTraditional";
            case 31 -> "ideographZodiac";
            case 33, 35 -> "taiwaneseCounting";
            case 34, 38 -> "chineseLegalSimplified";
            case 37, 39 -> "chineseCounting";
            case NO_NUMBER -> "none";
            default -> "decimal";
        };
    }
}
