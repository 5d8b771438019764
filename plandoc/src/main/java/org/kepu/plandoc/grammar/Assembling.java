package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Finding.Code;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.Measure.AssignedBy;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Span;
import org.kepu.plandoc.Target;
import org.kepu.plandoc.grammar.Draft.Task;

/** Makes programmes of the drafts, and says where running text and table differ. */
final class Assembling {
    private final int firstYear;
    private final boolean hasTable;
    private final boolean firstLeads;
    private final List<Finding> findings;
    private final List<Programme> programmes = new ArrayList<>();

    private Assembling(int firstYear, boolean hasTable, boolean firstLeads, List<Finding> findings) {
        this.firstLeads = firstLeads;
        this.firstYear = firstYear;
        this.hasTable = hasTable;
        this.findings = findings;
    }

    /** @param firstLeads whether the first of a list of bodies is its lead */
    static List<Programme> of(
            List<Draft> drafts, int firstYear, boolean hasTable, boolean firstLeads, List<Finding> findings) {
        var assembling = new Assembling(firstYear, hasTable, firstLeads, findings);
        drafts.forEach(assembling::add);
        return assembling.programmes;
    }

    private void add(Draft draft) {
        int ordinal = 1
                + (int) programmes.stream()
                        .filter(programme -> programme.kind() == draft.kind())
                        .count();
        var measures = new ArrayList<Measure>();
        for (var task : draft.tasks()) {
            measures.add(measure(task, draft, measures.size() + 1));
        }
        var own = ordered(draft.assignment()).withLeadsOnce();
        programmes.add(new Programme(
                draft.kind(), ordinal, draft.title().raw(), own.leads(), own.participants(), measures, draft.at()));
    }

    private Measure measure(Task task, Draft draft, int ordinal) {
        var text = task.text();
        var row = task.row();
        var title = text != null ? text.title() : row != null ? row.title() : Passage.NOTHING;
        var whole = text != null ? text.text() : row != null ? row.text() : Passage.NOTHING;
        var said = (text != null ? text.parts() : row != null ? row.parts() : List.<Passage>of())
                .stream().map(Assignments::inText).toList();
        var own = said.stream().map(Assignments.Found::assignment).reduce(Assignment.NONE, Assignment::and);
        own = text == null ? own : own.and(text.below());
        compare(text, row, own, draft.assignment(), title);
        var source = source(row, own, draft.assignment());
        var assignment = ordered(source.assignment()).withLeadsOnce();
        if (!source.assignment().doubled().isEmpty()) {
            findings.add(Findings.at(
                    Code.LEAD_ALSO_PARTICIPANT,
                    "牵头单位同时列为责任单位：" + String.join("、", source.assignment().doubled()),
                    title));
        }
        if (assignment.isEmpty()) {
            findings.add(Findings.at(Code.NO_BODY, "这项措施没有写明任何部门", title));
        }
        unclear(assignment, title);
        unpaired(whole);
        said.forEach(part -> findings.addAll(UnclearTargets.in(part.rest())));
        return new Measure(
                ordinal,
                title.raw(),
                whole.raw(),
                assignment.leads(),
                assignment.participants(),
                source.by(),
                targets(said.stream().map(Assignments.Found::rest).toList(), row, text != null),
                places(text, row));
    }

    private Assignment ordered(Assignment assignment) {
        return firstLeads ? assignment.withFirstAsLead() : assignment;
    }

    private record Source(Assignment assignment, AssignedBy by) {}

    private static Source source(@Nullable TaskRow row, Assignment own, Assignment programme) {
        if (row != null && !row.assignment().isEmpty()) {
            return new Source(row.assignment(), row.filledFromAbove() ? AssignedBy.ROW_ABOVE : AssignedBy.ROW);
        }
        if (!own.isEmpty()) {
            return new Source(own, AssignedBy.INLINE);
        }
        return new Source(programme, programme.isEmpty() ? AssignedBy.NONE : AssignedBy.SECTION);
    }

    private void compare(
            @Nullable MeasureText text, @Nullable TaskRow row, Assignment own, Assignment programme, Passage title) {
        if (hasTable && (text == null || row == null)) {
            findings.add(Findings.at(Code.ONE_SIDED, text == null ? "只见于责任清单，正文没有这项措施" : "正文的这项措施在责任清单中没有对应的行", title));
        }
        if (text == null || row == null) {
            return;
        }
        if (Similarity.of(text.title(), row.title()) < 1) {
            findings.add(
                    Findings.at(Code.TITLE_DIFFERS, "责任清单中的名称不同：" + row.title().raw(), title));
        }
        var said = own.leads().isEmpty() ? programme.leads() : own.leads();
        var listed = row.assignment().leads();
        boolean whole = !own.leads().isEmpty();
        if (!said.isEmpty() && !listed.isEmpty() && !(allIn(listed, said) && (!whole || allIn(said, listed)))) {
            findings.add(Findings.at(
                    Code.LEAD_DIFFERS,
                    "正文写由" + String.join("、", said) + "牵头，责任清单写由" + String.join("、", listed) + "牵头",
                    title));
        }
    }

    /** 市教育局 and 教育局 are one: the level prefix is written once. */
    private static boolean allIn(List<String> some, List<String> others) {
        return some.stream()
                .allMatch(body -> others.stream().anyMatch(other -> body.endsWith(other) || other.endsWith(body)));
    }

    private void unpaired(Passage text) {
        long opened = text.folded().chars().filter(c -> c == '（').count();
        long closed = text.folded().chars().filter(c -> c == '）').count();
        if (opened != closed) {
            findings.add(Findings.typingSlip("括号不成对", text));
        }
    }

    private void unclear(Assignment assignment, Passage title) {
        for (var body : assignment
                .and(new Assignment(assignment.participants(), List.of()))
                .leads()) {
            if (body.length() > 25 || !BodyList.mayBeBody(body)) {
                findings.add(Findings.at(Code.BODY_UNCLEAR, "不像一个部门的名称：" + body, title));
            }
        }
    }

    /** The targets of the text, then those that only the row has. */
    private List<Target> targets(List<Passage> parts, @Nullable TaskRow row, boolean both) {
        var targets = new ArrayList<Target>();
        parts.forEach(part -> targets.addAll(Targets.in(part, firstYear)));
        if (row != null && both) {
            row.parts().stream()
                    .flatMap(part -> Targets.in(part, firstYear).stream())
                    .filter(stated -> targets.stream().noneMatch(target -> isSame(target, stated)))
                    .toList()
                    .forEach(targets::add);
        }
        return targets;
    }

    private static boolean isSame(Target one, Target other) {
        return one.value().compareTo(other.value()) == 0 && one.unit().equals(other.unit());
    }

    private static List<Span> places(@Nullable MeasureText text, @Nullable TaskRow row) {
        var places = new ArrayList<Span>();
        if (text != null) {
            places.add(text.text().span());
        }
        if (row != null) {
            places.add(row.span());
        }
        return places;
    }
}
