package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kepu.plandoc.grammar.Para.Rank;

/** Reads one programme of the running text: its measures, and its list of bodies. */
final class ProgrammeText {
    private static final Pattern TASK = Pattern.compile("^(?:主要|重点|工作|总体|具体)?(?:任务|目标)(?:任务|目标|与目标|和目标)?(?:$|：|。)");
    private static final Pattern MEASURES =
            Pattern.compile("^(?:主要|重点|工作|具体|任务)?(?:措施|举措|工作内容|内容|任务措施|任务和措施)(?:$|：|。)");
    private static final int TITLE_AT_MOST = 80;
    private static final int AT_MOST = 500;

    private final List<MeasureText> measures = new ArrayList<>();
    private final List<Passage> intro = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final boolean hasMeasuresLabel;
    private final Optional<Rank> measureRank;
    private Assignment own = Assignment.NONE;
    private State state = State.OPEN;
    private boolean plain;
    private Optional<Passage> awaited = Optional.empty();

    private enum State {
        OPEN,
        TASK,
        DIVISION
    }

    /** Label lines that stand together, and after how many measures. */
    private record Block(int after, Assignment assignment) {}

    private ProgrammeText(Node node, int plainAtLeast) {
        var below = node.below();
        hasMeasuresLabel = below.stream()
                .anyMatch(para -> MEASURES.matcher(para.body().folded()).find());
        measureRank = measureRank(below);
        heading(node);
        for (var para : below) {
            read(para);
        }
        assignBlocks();
        if (measures.isEmpty()) {
            measures.addAll(UnnumberedMeasures.in(node, intro, plainAtLeast));
            plain = !measures.isEmpty();
        }
    }

    static ProgrammeText of(Node node) {
        return new ProgrammeText(node, 2);
    }

    /** The same programme in a plan whose measures carry no number: one paragraph may be its only measure. */
    ProgrammeText ofPlainMeasures(Node node) {
        return measures.isEmpty() ? new ProgrammeText(node, 1) : this;
    }

    /** Whether its measures carry no number. */
    boolean isPlain() {
        return plain;
    }

    List<MeasureText> measures() {
        return measures;
    }

    /** The bodies of the whole programme. */
    Assignment assignment() {
        return own;
    }

    private Optional<Rank> measureRank(List<Para> below) {
        Optional<Rank> inline = Optional.empty();
        boolean task = false;
        for (var para : below) {
            var body = para.body().folded();
            if (MEASURES.matcher(body).find()) {
                task = false;
            } else if (TASK.matcher(body).find()) {
                task = hasMeasuresLabel;
            } else if (!task && para.rank().isPresent() && !Assignments.isLabelLine(para.body())) {
                var style = para.marker().map(Marker::style);
                if (style.isPresent() && (style.get() == Marker.Style.THAT_IS || style.get() == Marker.Style.ORDER)) {
                    inline = inline.or(para::rank);
                } else {
                    return isAside(para, below) ? Optional.empty() : para.rank();
                }
            }
        }
        return inline;
    }

    /** （1）…；（2）… in one paragraph below measures without number is a list within the last of them. */
    private static boolean isAside(Para numbered, List<Para> below) {
        var before = below.subList(0, below.indexOf(numbered)).stream()
                .filter(para -> para.rank().isEmpty())
                .map(Para::text)
                .toList();
        return UnnumberedMeasures.leading(before) >= 2
                && below.stream()
                                .filter(para -> para.rank().equals(numbered.rank()))
                                .count()
                        == 1;
    }

    private void heading(Node node) {
        var rest = node.para().body().from(node.heading().length());
        var found = Assignments.inText(rest);
        own = own.and(found.assignment());
        var runIn = node.runIn();
        if (!runIn.isEmpty()) {
            intro.add(runIn);
        }
    }

    private void read(Para para) {
        var body = para.body();
        if (Assignments.isBareDivision(body)) {
            state = State.DIVISION;
        } else if (isAssignment(body)) {
            assign(body);
        } else if (awaited.isPresent() && para.marker().isEmpty() && BodyList.isBodies(body.strip("。；"))) {
            var label = awaited.get();
            assign(Passage.join(List.of(label, body)));
            awaited = Optional.of(label);
        } else if (MEASURES.matcher(body.folded()).find()) {
            state = State.OPEN;
            afterLabel(body, MEASURES);
        } else if (TASK.matcher(body.folded()).find()) {
            state = hasMeasuresLabel ? State.TASK : State.OPEN;
            afterLabel(body, TASK);
        } else if (state != State.TASK) {
            measure(para);
        }
    }

    private void afterLabel(Passage body, Pattern label) {
        var matcher = label.matcher(body.folded());
        if (matcher.find() && matcher.end() < body.length()) {
            intro.add(body.from(matcher.end()));
        }
    }

    private boolean isAssignment(Passage body) {
        if (Assignments.isLabelLine(body)) {
            return true;
        }
        var text = body.folded();
        boolean note = text.startsWith("（") || text.startsWith("〔");
        if (note) {
            return Assignments.isNote(text) && Sentences.closing(text, 0) >= text.length() - 2;
        }
        return state == State.DIVISION && text.contains("牵头");
    }

    private void assign(Passage body) {
        var said = Assignments.read(body, false);
        awaited = said.isEmpty() ? Optional.of(body) : Optional.empty();
        if (said.isEmpty()) {
            return;
        }
        int last = blocks.size() - 1;
        if (last >= 0 && blocks.get(last).after() == measures.size()) {
            blocks.set(
                    last,
                    new Block(measures.size(), blocks.get(last).assignment().and(said)));
        } else {
            blocks.add(new Block(measures.size(), said));
        }
    }

    private void measure(Para para) {
        awaited = Optional.empty();
        state = State.OPEN;
        boolean begins = para.rank().isPresent() && para.rank().equals(measureRank);
        if (begins && measures.size() < AT_MOST) {
            int ordinal = para.marker().map(Marker::ordinal).orElse(0);
            measures.add(new MeasureText(title(para.body()), para.body(), ordinal));
        } else if (measures.isEmpty()) {
            intro.add(para.text());
        } else {
            measures.getLast().add(para.text());
        }
    }

    /** One list for the programme, or one below each measure. */
    private void assignBlocks() {
        var later = blocks.stream().filter(block -> block.after() > 0).toList();
        boolean shared = later.size() == 1;
        for (var block : blocks) {
            if (block.after() == 0 || shared) {
                own = own.and(block.assignment());
            } else {
                measures.get(block.after() - 1).assign(block.assignment());
            }
        }
    }

    /** The leading sentence of a measure. */
    static Passage title(Passage body) {
        int stop = Sentences.indexOf(body, "。；！", 0);
        int colon = Sentences.indexOf(body, "：", 0);
        int end = colon < stop && colon <= 30 ? colon : stop;
        var title = withoutNotes(body.sub(0, end));
        if (title.length() > TITLE_AT_MOST) {
            title = title.sub(0, Sentences.indexOf(title, "，", 0));
        }
        return Headings.unquoted(title.strip("。；：，、")).length() >= 2 ? title.strip("。；：，、") : body;
    }

    private static Passage withoutNotes(Passage title) {
        var text = title.folded();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '（' || c == '〔') && i > 1) {
                int end = Sentences.closing(text, i);
                if (Assignments.isNote(end > i ? text.substring(i, end + 1) : text.substring(i))) {
                    return title.sub(0, i);
                }
                i = Math.max(i, end);
            }
        }
        return title;
    }
}
