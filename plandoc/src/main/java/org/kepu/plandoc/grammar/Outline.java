package org.kepu.plandoc.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.grammar.Para.Rank;

/**
 * Builds the tree of a document's numbered paragraphs. No style of number has a fixed depth: the first （一） under a 1.
 * makes it deeper there, and a style that is already open closes all that stands below it.
 */
final class Outline {
    private static final Pattern NUMBER_WITHOUT_DOT =
            Pattern.compile("^(\\d{1,2})(?=[\\u4e00-\\u9fa5“])(?![年月日号个项名次人场所家届万千百倍岁级周期])");
    private static final Pattern BRACKET_NOT_CLOSED = Pattern.compile("^[（〔]([一二三四五六七八九十]{1,3})(?=[\\u4e00-\\u9fa5])");
    private static final Pattern NUMBER_WITHOUT_COMMA =
            Pattern.compile("^([一二三四五六七八九十]{1,3})(?=[\\u4e00-\\u9fa5])(?![年项大类个名位级届方层部种条次是要农五体站批区])");
    private static final List<Slip> SLIPS = List.of(
            new Slip(NUMBER_WITHOUT_DOT, Marker.Style.ARABIC, "序号后缺少标点"),
            new Slip(BRACKET_NOT_CLOSED, Marker.Style.CHINESE_BRACKET, "序号的括号没有合上"),
            new Slip(NUMBER_WITHOUT_COMMA, Marker.Style.CHINESE, "序号后缺少标点"));
    private static final int HEADING_AT_MOST = 60;
    private static final Pattern PART_OF_A_TITLE = Pattern.compile("关于|印发|《|全民科学素质行动$");
    private static final int DEEPEST = 8;

    private final Node root;
    private final Deque<Open> open = new ArrayDeque<>();
    private final boolean bareProgrammes;
    private final List<Finding> findings = new ArrayList<>();

    private record Open(Rank rank, Node node) {}

    /** A number mistyped; only where it is the next of a sequence is it one. */
    private record Slip(Pattern shape, Marker.Style style, String message) {}

    private record Mended(Para para, String message) {}

    private Outline(List<Para> paragraphs) {
        root = new Node(Para.of(Passage.NOTHING, false, 0), null);
        bareProgrammes = paragraphs.stream().filter(Outline::isBareProgramme).count() >= 2;
        boolean begun = false;
        for (var paragraph : paragraphs) {
            begun |= Sections.begins(paragraph);
            if (begun) {
                add(paragraph);
            } else {
                root.addText(paragraph);
            }
        }
    }

    static Outline of(List<Para> paragraphs) {
        return new Outline(paragraphs);
    }

    Node root() {
        return root;
    }

    List<Finding> findings() {
        return findings;
    }

    private void add(Para para) {
        var rank = para.rank().or(() -> bareRank(para));
        if (rank.isEmpty()) {
            var mended = mended(para);
            if (mended.isPresent()) {
                findings.add(Findings.typingSlip(
                        mended.get().message(),
                        para.text().sub(0, Math.min(20, para.text().length()))));
                add(mended.get().para());
                return;
            }
            current().addText(para);
            return;
        }
        place(para, rank.get());
    }

    private void place(Para para, Rank rank) {
        boolean known = open.stream().anyMatch(level -> level.rank().equals(rank));
        if (known) {
            while (!open.peek().rank().equals(rank)) {
                open.pop();
            }
            open.pop();
        }
        if (open.size() >= DEEPEST) {
            current().addText(para);
            return;
        }
        open.push(new Open(rank, current().add(para)));
    }

    private Node current() {
        return open.isEmpty() ? root : open.peek().node();
    }

    /** A programme's name alone on a line is a heading where the document has several such. */
    private Optional<Rank> bareRank(Para para) {
        return bareProgrammes && (isBareProgramme(para) || Sections.isBareSection(para.text()))
                ? Optional.of(new Rank(null, 11))
                : Optional.empty();
    }

    private static boolean isBareProgramme(Para para) {
        var text = para.text().strip("。：");
        return para.rank().isEmpty()
                && text.length() <= 30
                && Headings.isProgrammeName(text)
                && Headings.isOnTopic(text)
                && !Headings.isGeneric(text)
                && !PART_OF_A_TITLE.matcher(text.folded()).find()
                && Sentences.indexOf(text, "，。、：；", 0) == text.length();
    }

    /** 2加强科普阵地建设 after a 1., （八数字科普工程 after a （七）. */
    private Optional<Mended> mended(Para para) {
        var text = para.text();
        var head = text.folded().substring(0, Math.min(8, text.length()));
        for (var slip : SLIPS) {
            var matcher = slip.shape().matcher(head);
            if (matcher.find()) {
                int ordinal = Numeral.of(matcher.group(1))
                        .map(value -> value.intValue())
                        .orElse(0);
                boolean plain = slip.style() == Marker.Style.CHINESE
                        && (text.length() > HEADING_AT_MOST || Sentences.indexOf(text, "。，", 0) < text.length() - 1);
                if (!plain && isNext(slip.style(), ordinal)) {
                    int end = matcher.end();
                    var marker = new Marker(slip.style(), ordinal, end);
                    return Optional.of(new Mended(
                            new Para(text, Optional.of(marker), para.bold(), para.outlineLevel()), slip.message()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isNext(Marker.Style style, int ordinal) {
        return open.stream()
                .flatMap(level -> level.node().para().marker().stream())
                .anyMatch(marker -> marker.style() == style && marker.ordinal() + 1 == ordinal);
    }
}
