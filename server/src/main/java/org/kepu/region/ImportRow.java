package org.kepu.region;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.region.sheet.Rejections;
import org.kepu.region.sheet.UnreadableSheet;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.RowError;

/**
 * A row of a file of streets and villages that is sound in itself; whether it fits the tree only the tree knows.
 *
 * @param settlement URBAN or RURAL; none if the file does not say
 * @param marks PASTORAL, BORDER; none if the file does not say
 */
record ImportRow(
        int line,
        RegionCode code,
        String name,
        @Nullable RegionCode parent,
        @Nullable RegionTrait settlement,
        Set<RegionTrait> marks) {

    private static final int LONGEST_NAME = 60;
    private static final Pattern URBAN = Pattern.compile("城|城镇|城市|城区|市区|urban|1|11[12]|12[123]");
    private static final Pattern RURAL = Pattern.compile("乡|乡村|农村|牧区|农村牧区|rural|2|2[12]0");
    private static final Pattern SUMU_WORD = Pattern.compile("街道|街道办事处|镇|乡|民族乡|苏木|民族苏木|sumu|town|street");
    private static final Pattern GACHA_WORD = Pattern.compile("嘎查|村|社区|居委会|村委会|gacha|village|community");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[、;；/\\s]+");

    /** What the columns of this file are; told by its first row. */
    record Columns(int code, int name, int parent, int settlement, int kind) {

        static final String CODE = "代码";
        static final String NAME = "名称";
        static final String PARENT = "上级代码";
        static final String SETTLEMENT = "城乡";
        static final String KIND = "类型";

        static Columns of(List<String> heading) {
            var columns = new Columns(
                    find(heading, CODE, "区划代码", "code"),
                    find(heading, NAME, "区划名称", "name"),
                    find(heading, PARENT, "上级", "上级区划代码", "parent", "parent_code"),
                    find(heading, SETTLEMENT, "城乡分类", "城乡分类代码", "settlement"),
                    find(heading, KIND, "kind", "type"));
            if (columns.code < 0 || columns.name < 0 || columns.parent < 0) {
                throw new UnreadableSheet("region.sheet.heading");
            }
            return columns;
        }

        private static int find(List<String> heading, String... names) {
            for (int i = 0; i < heading.size(); i++) {
                var cell = heading.get(i).strip().toLowerCase(Locale.ROOT);
                if (List.of(names).contains(cell)) {
                    return i;
                }
            }
            return -1;
        }

        String cell(List<String> cells, int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
        }
    }

    /** The row, or nothing after telling all that is wrong with it. */
    static Optional<ImportRow> read(int line, List<String> cells, Columns columns, Rejections rejections) {
        var told = rejections.count();
        var code = readCode(line, Columns.CODE, columns.cell(cells, columns.code()), rejections);
        var name = readName(line, columns.cell(cells, columns.name()), rejections);
        var writtenParent = columns.cell(cells, columns.parent());
        var top = code != null && code.level() == RegionLevel.AUTONOMOUS_REGION;
        var parent = top && writtenParent.isEmpty() ? null : readCode(line, Columns.PARENT, writtenParent, rejections);
        if (code != null && parent != null && !parent.level().isAbove(code.level())) {
            rejections.add(RowError.of(line, Columns.PARENT, "region.import.levelDoesNotFit", parent, code));
        }
        var settlement = readSettlement(line, columns.cell(cells, columns.settlement()), rejections);
        var marks = readKind(line, columns.cell(cells, columns.kind()), code, rejections);
        return rejections.count() > told || code == null
                ? Optional.empty()
                : Optional.of(new ImportRow(line, code, name, parent, settlement, marks));
    }

    private static @Nullable RegionCode readCode(int line, String column, String written, Rejections rejections) {
        if (written.isEmpty()) {
            rejections.add(RowError.of(line, column, "region.import.blank"));
            return null;
        }
        var code = RegionCode.read(written);
        if (code.isEmpty()) {
            rejections.add(RowError.of(line, column, "region.import.badCode", shortened(written)));
        }
        return code.orElse(null);
    }

    private static String readName(int line, String written, Rejections rejections) {
        if (written.isEmpty()) {
            rejections.add(RowError.of(line, Columns.NAME, "region.import.blank"));
        } else if (written.length() > LONGEST_NAME) {
            rejections.add(
                    RowError.of(line, Columns.NAME, "region.import.nameTooLong", written.length(), LONGEST_NAME));
        } else if (written.chars().anyMatch(Character::isISOControl)) {
            rejections.add(RowError.of(line, Columns.NAME, "region.import.nameBroken", shortened(written)));
        }
        return written;
    }

    private static @Nullable RegionTrait readSettlement(int line, String written, Rejections rejections) {
        if (written.isEmpty()) {
            return null;
        }
        var word = written.toLowerCase(Locale.ROOT);
        if (URBAN.matcher(word).matches()) {
            return RegionTrait.URBAN;
        }
        if (RURAL.matcher(word).matches()) {
            return RegionTrait.RURAL;
        }
        rejections.add(RowError.of(line, Columns.SETTLEMENT, "region.import.badSettlement", shortened(written)));
        return null;
    }

    private static Set<RegionTrait> readKind(
            int line, String written, @Nullable RegionCode code, Rejections rejections) {
        var marks = java.util.EnumSet.noneOf(RegionTrait.class);
        for (var word : BETWEEN_WORDS.split(written.toLowerCase(Locale.ROOT))) {
            if (word.equals("牧区") || word.equals("pastoral")) {
                marks.add(RegionTrait.PASTORAL);
            } else if (word.equals("边境") || word.equals("border")) {
                marks.add(RegionTrait.BORDER);
            } else if (SUMU_WORD.matcher(word).matches()
                    || GACHA_WORD.matcher(word).matches()) {
                var level = SUMU_WORD.matcher(word).matches() ? RegionLevel.SUMU : RegionLevel.GACHA;
                if (code != null && code.level() != level) {
                    rejections.add(RowError.of(line, Columns.KIND, "region.import.kindDoesNotFit", word, code));
                }
            } else if (!word.isEmpty()) {
                rejections.add(RowError.of(line, Columns.KIND, "region.import.badKind", shortened(word)));
            }
        }
        return marks;
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 29) + "…";
    }
}
