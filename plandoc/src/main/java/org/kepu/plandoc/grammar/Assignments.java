package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads who leads and who takes part out of label lines, notes in brackets and sentences. */
final class Assignments {
    private static final String LEADING = "(?:总?牵头|主责|主办|主管|第一责任|主要责任)";
    private static final String JOINING = "(?:责任|配合|参与|参加|协同|协办|协助|成员|支持|协作|落实|承办|联合|实施|会办|共同|其他|相关|有关|主要)";
    private static final String OFFICE = "(?:单位|部门|机构|科室|主体)";
    private static final String LEADING_OFFICE = LEADING + "(?:（?责任）?)?" + OFFICE + "(?:[和及、（]?责任" + OFFICE + "）?)?";
    private static final String JOINING_OFFICE = JOINING + "{1,3}" + OFFICE;
    private static final String BEGINNING = "(?:^|(?<=[；。，、（〔）〕]))";
    private static final Pattern LABEL = Pattern.compile("(?<lead>" + LEADING_OFFICE + ")(?:为|：)+|(?<join>"
            + JOINING_OFFICE + ")(?:为|：)+"
            + "|" + BEGINNING + "(?:(?<leadBare>" + LEADING_OFFICE + ")|(?<joinBare>(?!成员)" + JOINING_OFFICE + "))"
            + "|(?<leadShort>牵头)：|(?<joinShort>配合|参与|参加)：");
    private static final Pattern LABEL_LINE = Pattern.compile("^[（〔]?(?:" + LEADING_OFFICE + "|" + JOINING_OFFICE
            + ")(?:：|为|$|(?=[\\u4e00-\\u9fa5]{2,8}(?:局|委|办|厅|部|会|协|联)))|^[（〔]?(?:牵头|配合|参与|参加|责任)：");
    private static final Pattern DIVISION = Pattern.compile("^(?:任务|责任|职责|工作|部门)?分工(?:：|$|。|安排：?)");
    private static final Pattern VERB = Pattern.compile("牵头负责|牵头组织|牵头|主办|分工负责|负责|配合|参与|参加|协助|协办|落实");
    private static final Pattern NOTE_CUE = Pattern.compile("牵头|(?:责任|配合|参与|参加|协同|协办|主责|成员|承办|落实|主办)" + OFFICE
            + "|负责[。；]?[）〕]?$|按(?:照)?(?:各自)?职责|分工负责|(?:参加|配合|参与)[。]?[）〕]?$");
    private static final Pattern OF_A_PLACE = Pattern.compile("^(?:[^（）]{0,8}(?:省|市|区|县|旗|州|盟)|团|各|自治区).*");
    private static final Pattern BY_WHOM = Pattern.compile("由([^。；：（）]{2,60}?)(?:牵头|负责)");
    private static final Pattern JOINTLY =
            Pattern.compile("由([^。；：，（）]{2,40}?)(?:会同|联合)([^。；：（）]{2,80}?)(?:共同|组织|负责|实施|推进|落实)");
    private static final Pattern FIRST_LEADS = Pattern.compile(
            "（?(?:[列排]名?在?(?:第一|首)[位个名]?|(?:第一|首)[位个])(?:的)?(?:责任)?(?:单位|部门)?(?:为|是)(?:牵头|主责)(?:责任)?(?:单位|部门)(?:[，。]下同)?）?");
    private static final int NOTE_AT_MOST = 600;

    private Assignments() {}

    /** What a passage of the running text says about bodies, and what is left of it without that. */
    record Found(Assignment assignment, Passage rest) {}

    /** 牵头部门：…, 责任单位 …, 分工：由…牵头. */
    static boolean isLabelLine(Passage passage) {
        var text = withoutOrder(passage).folded();
        return LABEL_LINE.matcher(text).find() || DIVISION.matcher(text).find();
    }

    /** 3.分工 with nothing behind it. */
    static boolean isBareDivision(Passage passage) {
        var matcher = DIVISION.matcher(passage.folded());
        return matcher.find() && matcher.end() == passage.length();
    }

    /** Whether this text, which begins with a bracket, tells of bodies. */
    static boolean isNote(String folded) {
        if (folded.length() < 4 || folded.length() > NOTE_AT_MOST) {
            return false;
        }
        return NOTE_CUE.matcher(folded).find();
    }

    /** 列第一位的为牵头单位，下同: what the order of every list of bodies means. */
    static boolean saysFirstLeads(Passage text) {
        return FIRST_LEADS.matcher(text.folded()).find();
    }

    private static Passage withoutOrder(Passage list) {
        var order = FIRST_LEADS.matcher(list.folded());
        return order.find() ? Passage.join(List.of(list.sub(0, order.start()), list.from(order.end()))) : list;
    }

    static Assignment read(Passage note, boolean lineBreaksSeparate) {
        var text = withoutDivision(unbracketed(withoutOrder(note).strip("。；，")));
        var labels = LABEL.matcher(text.folded());
        var found = Assignment.NONE;
        int from = -1;
        boolean lead = false;
        int first = text.length();
        while (labels.find()) {
            if (from >= 0) {
                found = found.and(listed(text.sub(from, labels.start()), lead, lineBreaksSeparate));
            } else {
                first = labels.start();
            }
            lead = labels.group("lead") != null
                    || labels.group("leadBare") != null
                    || labels.group("leadShort") != null;
            from = labels.end();
        }
        if (from < 0
                || first > 0 && VERB.matcher(text.folded().substring(0, first)).find()) {
            return byVerbs(text, lineBreaksSeparate, false);
        }
        return found.and(listed(text.from(from), lead, lineBreaksSeparate));
    }

    /** Without the bracket around all of it; a list may end in one of its own: 各村（社区）. */
    private static Passage unbracketed(Passage note) {
        var text = note.folded();
        boolean opened = !text.isEmpty() && (text.charAt(0) == '（' || text.charAt(0) == '〔');
        if (!opened) {
            return note;
        }
        int end = Sentences.closing(text, 0);
        boolean closed = end > 0 && end == text.length() - 1;
        return note.sub(1, closed ? text.length() - 1 : text.length()).strip("。；，");
    }

    private static Passage withoutDivision(Passage text) {
        var matcher = DIVISION.matcher(text.folded());
        return matcher.find() ? text.from(matcher.end()) : text;
    }

    private static Assignment listed(Passage list, boolean lead, boolean lineBreaksSeparate) {
        if (list.folded().contains("牵头")) {
            return byVerbs(list, lineBreaksSeparate, lead);
        }
        var bodies = BodyList.of(list, lineBreaksSeparate);
        return lead ? new Assignment(bodies, List.of()) : new Assignment(List.of(), bodies);
    }

    /** A牵头，B、C配合; A（牵头）、B. */
    private static Assignment byVerbs(Passage text, boolean lineBreaksSeparate, boolean lead) {
        var marked = markedLeads(text, lineBreaksSeparate);
        if (!marked.leads().isEmpty()) {
            return marked;
        }
        var verbs = VERB.matcher(text.folded());
        var found = Assignment.NONE;
        int from = 0;
        while (verbs.find()) {
            var list = text.sub(from, verbs.start());
            from = verbs.end();
            boolean shared = list.folded().contains("职责") || verbs.group().equals("分工负责");
            boolean leads = verbs.group().startsWith("牵头")
                    || verbs.group().equals("主办")
                    || verbs.group().equals("负责") && !shared && found.leads().isEmpty();
            var bodies = BodyList.of(list, lineBreaksSeparate);
            found = found.and(leads ? new Assignment(bodies, List.of()) : new Assignment(List.of(), bodies));
        }
        var rest = BodyList.of(text.from(from), lineBreaksSeparate);
        return found.and(lead && found.isEmpty() ? new Assignment(rest, List.of()) : new Assignment(List.of(), rest));
    }

    private static Assignment markedLeads(Passage text, boolean lineBreaksSeparate) {
        var leads = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (var body : BodyList.of(text, lineBreaksSeparate)) {
            int mark = body.replace('(', '（').indexOf("（牵头");
            if (mark > 0) {
                leads.add(body.substring(0, mark));
            } else {
                others.add(body);
            }
        }
        return new Assignment(leads, others);
    }

    /** Notes in brackets, labels and 由…牵头 inside a measure; the rest is what may hold targets. */
    static Found inText(Passage text) {
        var found = Assignment.NONE;
        var rest = new ArrayList<Passage>();
        int from = 0;
        var folded = text.folded();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == '（' || c == '〔') {
                int end = closing(folded, i);
                var note = text.sub(i, end);
                if (isNote(note.folded()) || end >= folded.length() - 1 && namesBodies(note)) {
                    found = found.and(read(note, false));
                    rest.add(text.sub(from, i));
                    from = end;
                }
                i = Math.max(i, end - 1);
            }
        }
        rest.add(text.from(from));
        var remaining = Passage.join(rest);
        return found.isEmpty() ? inSentences(remaining) : new Found(found, remaining);
    }

    private static int closing(String text, int open) {
        int end = Sentences.closing(text, open);
        if (end > open) {
            return end + 1;
        }
        // a note that is opened and never closed runs to the end of the measure
        return isNote(text.substring(open)) ? text.length() : open + 1;
    }

    private static boolean namesBodies(Passage note) {
        var list = unbracketed(note.strip("。"));
        return BodyList.isBodies(list)
                && BodyList.of(list, false).stream()
                        .allMatch(body -> OF_A_PLACE.matcher(body).matches());
    }

    private static Found inSentences(Passage text) {
        var found = Assignment.NONE;
        var rest = new ArrayList<Passage>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), Sentences.indexOf(text, "。", from) + 1);
            var sentence = text.sub(from, to);
            var said = inSentence(sentence);
            found = found.and(said);
            if (said.isEmpty() || !isLabelLine(sentence)) {
                rest.add(sentence);
            }
            from = to;
        }
        return new Found(found, Passage.join(rest.isEmpty() ? List.of(Passage.NOTHING) : rest));
    }

    private static Assignment inSentence(Passage sentence) {
        if (LABEL_LINE.matcher(sentence.folded()).find()) {
            return read(sentence, false);
        }
        int verb = sentence.folded().indexOf("牵头");
        if (verb > 0 && verb <= 60 && BodyList.isBodies(sentence.sub(0, verb))) {
            return read(sentence, false);
        }
        var jointly = JOINTLY.matcher(sentence.folded());
        if (jointly.find()
                && BodyList.isBodies(sentence.sub(jointly.start(1), jointly.end(1)))
                && BodyList.isBodies(sentence.sub(jointly.start(2), jointly.end(2)))) {
            return new Assignment(
                    BodyList.of(sentence.sub(jointly.start(1), jointly.end(1)), false),
                    BodyList.of(sentence.sub(jointly.start(2), jointly.end(2)), false));
        }
        var by = BY_WHOM.matcher(sentence.folded());
        if (by.find() && BodyList.isBodies(sentence.sub(by.start(1), by.end(1)))) {
            var said = read(sentence.from(by.start() + 1), false);
            return new Assignment(
                    said.leads(),
                    said.participants().stream().filter(BodyList::looksLikeBody).toList());
        }
        return Assignment.NONE;
    }
}
