package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** A list of bodies, cut at its marks: 自治区党委宣传部、发展改革委，各街道办事处、镇. */
final class BodyList {
    private static final String SEPARATORS = "、，；/|。●";
    private static final String SUFFIX =
            "(?:局|委|办|厅|部|会|联|协|院|所|中心|站|馆|校|团|司|行|社|处|室|队|公司|集团|大学|政府|单位|部门|街道|镇|乡|苏木|区|县|市|旗|盟|州|银行|报|台|企业|组织|机构|团体|党组|公署|行署|嘎查|村|社区|场|园|科|股|分局)";
    private static final Pattern BODY = Pattern.compile("^[^，。；：]{1,40}" + SUFFIX + "(?:（[^）]*）)?$");
    private static final Pattern ENDS_LIKE_BODY =
            Pattern.compile(".{2,}(?:局|委|办|厅|部|会|联|协|院|中心|公司|政府|团|队|站|台|单位|镇|处|校|馆|所|大学)$");
    private static final Pattern PARTY_OR_LEAGUE = Pattern.compile("^.{0,6}(?:省|市|区|县|旗|盟|州|党|工|地)委$");
    private static final Pattern OF_A_PARTY_COMMITTEE =
            Pattern.compile("^(?:宣传部|组织部|统战部|政法委|网信办|老干部?局|编办|党校|办公室|.{0,6}[部办])$");
    private static final Pattern PLACE_KIND = Pattern.compile(
            "^(?:乡|镇|乡镇|街道|街道办|苏木|苏木镇|苏木乡镇|嘎查|村|社区|园区|开发区|工业园区|产业园区|农场|林场|场|区|县|市|旗|县区|市区|街|管委会)" + "(?:（[^）]*）)?$");
    private static final Pattern PREFIX = Pattern.compile("^(?:由|以及|及|和|与|会同|——?|：)");
    private static final Pattern DUTY = Pattern.compile(
            "(?:等)?(?:按|按照|根据|依据)?(?:各自)?(?:职责|职能|任务)(?:分工)?(?:要求)?(?:范围内?)?(?:共同|分别|协同|具体)?(?:负责|落实|实施|参与|配合)?$"
                    + "|(?:分工|共同|分别|协同|具体|组织|积极)*(?:负责|配合|参与|参加|协助|落实|牵头)$");
    private static final Pattern AND_OTHERS =
            Pattern.compile("等(?:\\d+个|[一二三四五六七八九十]+个)?(?:有关|相关|各|多个?)?(?:成员|责任)?(?:部门和单位|部门及单位|部门|单位)?$");
    /** 完成时限：2027年12月 in the same bracket is no body. */
    private static final Pattern TIME_LIMIT =
            Pattern.compile("^(?:完成|实施|办结)?(?:时限|时间|期限)(?:要求)?：|^20\\d\\d年.{0,8}$|^(?:长期|持续)(?:坚持|推进)$");

    private static final Pattern NO_BODY = Pattern.compile("^\\d|\\d年|[。；：:？！]|^(?:开展|组织|推进|加强|完善|实施|建立|推动)");
    private static final Pattern REST_OF_A_NAME = Pattern.compile("^(?:员会|公室|公厅|门|（|局$|厅$|会$|部$)");
    private static final int BODIES_AT_MOST = 400;
    private static final int LONGEST = 4000;

    private BodyList() {}

    static List<String> of(Passage list, boolean lineBreaksSeparate) {
        var bodies = new LinkedHashSet<String>();
        for (var body : pieces(list.sub(0, Math.min(LONGEST, list.length())), lineBreaksSeparate)) {
            var raw = body.raw();
            if (!raw.isEmpty() && bodies.size() < BODIES_AT_MOST) {
                bodies.add(raw);
            }
        }
        return new ArrayList<>(bodies);
    }

    /** Whether every piece of this list reads as a body. */
    static boolean isBodies(Passage list) {
        var pieces = list.length() > LONGEST ? List.<Passage>of() : pieces(list, true);
        return !pieces.isEmpty() && pieces.stream().allMatch(piece -> looksLikeBody(piece.folded()));
    }

    static boolean looksLikeBody(String folded) {
        return folded.length() >= 2
                && folded.length() <= 40
                && BODY.matcher(folded).matches();
    }

    /** Whether a clerk would take this for a body: 科协, 各街道; but not 组织活动 or a date. */
    static boolean mayBeBody(String body) {
        return body.length() >= 2 && !NO_BODY.matcher(body).find();
    }

    private static List<Passage> pieces(Passage list, boolean lineBreaksSeparate) {
        var merged = new ArrayList<Passage>();
        var lines = lineBreaksSeparate ? lines(list) : List.of(list);
        for (var line : lines) {
            if (lines.size() > 1 && line.folded().startsWith("各")) {
                merged.add(line);
            } else {
                split(line, lineBreaksSeparate, merged);
            }
        }
        return merged.stream()
                .map(BodyList::trimmed)
                .filter(piece ->
                        !piece.isEmpty() && !TIME_LIMIT.matcher(piece.folded()).find())
                .toList();
    }

    private static void split(Passage line, boolean lineBreaksSeparate, List<Passage> merged) {
        for (var piece : Sentences.split(line, SEPARATORS)) {
            for (var part : atSpaces(piece, lineBreaksSeparate)) {
                for (var body : atConjunction(part)) {
                    add(merged, line, body);
                }
            }
        }
    }

    /** The lines of a cell that has one body on each; a cell that merely wraps is one line. */
    private static List<Passage> lines(Passage list) {
        var lines = new ArrayList<Passage>();
        int from = 0;
        for (int i = 1; i < list.length(); i++) {
            if (list.lineBreakBefore(i)) {
                boolean ended =
                        ENDS_LIKE_BODY.matcher(list.sub(from, i).folded()).matches()
                                || SEPARATORS.indexOf(list.folded().charAt(i - 1)) >= 0;
                if (!ended || !areTwo(list, lastStart(list, from, i), i)) {
                    continue;
                }
                lines.add(list.sub(from, i));
                from = i;
            }
        }
        lines.add(list.from(from));
        return lines;
    }

    private static int lastStart(Passage list, int from, int to) {
        int start = to - 1;
        while (start > from && SEPARATORS.indexOf(list.folded().charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    /** 各街道办事处、镇 is one entry: what follows 各… and names a kind of place only belongs to it. */
    private static void add(List<Passage> merged, Passage list, Passage piece) {
        var trimmed = trimmed(piece);
        if (!merged.isEmpty()
                && merged.getLast().folded().startsWith("各")
                && PLACE_KIND.matcher(trimmed.folded()).matches()) {
            int from = indexIn(list, merged.getLast());
            int to = indexIn(list, trimmed) + trimmed.length();
            merged.set(merged.size() - 1, list.sub(from, to));
        } else if (!piece.isEmpty()) {
            merged.add(piece);
        }
    }

    private static int indexIn(Passage whole, Passage part) {
        int from = 0;
        while (from < whole.length() && whole.at(from) != part.at(0)) {
            from++;
        }
        return from;
    }

    private static List<Passage> atSpaces(Passage piece, boolean lineBreaksSeparate) {
        var parts = new ArrayList<Passage>();
        int from = 0;
        for (int i = 1; i < piece.length(); i++) {
            boolean gap = piece.spaceBefore(i) && (lineBreaksSeparate || !piece.lineBreakBefore(i));
            if (gap && areTwo(piece, from, i)) {
                parts.add(piece.sub(from, i));
                from = i;
            }
        }
        parts.add(piece.from(from));
        return parts;
    }

    private static boolean areTwo(Passage piece, int from, int gap) {
        var left = piece.sub(from, gap).folded();
        var right = piece.folded().substring(gap);
        boolean together = PARTY_OR_LEAGUE.matcher(left).matches()
                        && OF_A_PARTY_COMMITTEE.matcher(firstWord(piece, gap)).matches()
                || REST_OF_A_NAME.matcher(right).find()
                || left.endsWith("社会");
        return !together && right.length() >= 2 && ENDS_LIKE_BODY.matcher(left).matches();
    }

    private static String firstWord(Passage piece, int from) {
        int to = from + 1;
        while (to < piece.length() && !piece.spaceBefore(to)) {
            to++;
        }
        return piece.folded().substring(from, to);
    }

    /** 市教育局和市科协 are two bodies, 文化和旅游局 is one. */
    private static List<Passage> atConjunction(Passage piece) {
        var text = piece.folded();
        for (int i = 2; i < text.length() - 2; i++) {
            char c = text.charAt(i);
            if (c == '和' || c == '及' || c == '与') {
                int left = text.charAt(i - 1) == '以' ? i - 1 : i;
                if (ENDS_LIKE_BODY.matcher(text.substring(0, left)).matches()
                        && looksLikeBody(text.substring(i + 1))
                        && text.length() - i > 3) {
                    return List.of(piece.sub(0, left), piece.from(i + 1));
                }
            }
        }
        return List.of(piece);
    }

    private static Passage trimmed(Passage piece) {
        var bare = piece.strip("、，；。：/| ●—");
        var prefix = PREFIX.matcher(bare.folded());
        if (prefix.find() && bare.length() - prefix.end() >= 2) {
            bare = bare.from(prefix.end());
        }
        bare = cut(bare, DUTY);
        bare = cut(bare, AND_OTHERS);
        return unclosed(bare);
    }

    private static Passage cut(Passage body, Pattern tail) {
        var matcher = tail.matcher(body.folded());
        return matcher.find() && matcher.start() >= 2
                ? body.sub(0, matcher.start())
                : matcher.hitEnd() && matcher.reset().matches() ? body.sub(0, 0) : body;
    }

    private static Passage unclosed(Passage body) {
        var text = body.folded();
        boolean opens = text.indexOf('（') >= 0;
        boolean closes = text.indexOf('）') >= 0;
        return opens == closes ? body : body.strip("（）");
    }
}
