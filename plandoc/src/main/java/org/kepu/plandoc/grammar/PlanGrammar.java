package org.kepu.plandoc.grammar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Finding.Code;
import org.kepu.plandoc.OrganisationPoint;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Reading;
import org.kepu.plandoc.SourceText;

/**
 * Reads the structure of an action plan out of a document's text.
 *
 * <p>The way goes from the whole to the part: pages to paragraphs, paragraphs to an outline, the outline to programmes,
 * programmes to measures; then rows of a responsibility table are brought to the measures they speak of.
 */
public final class PlanGrammar {
    /** @return {@link Reading.Parsed}, or {@link Reading.NotAPlan} with what was looked for and not found */
    public Reading read(SourceText source) {
        var manuscript = Manuscript.of(source);
        var against = Verdict.against(manuscript.lines(), manuscript.paragraphs());
        return against.<Reading>map(Reading.NotAPlan::new).orElseGet(() -> read(manuscript, source));
    }

    private static Reading read(Manuscript manuscript, SourceText source) {
        var front = FrontMatter.of(manuscript);
        var outline = Outline.of(manuscript.paragraphs());
        var findings = new ArrayList<Finding>(manuscript.findings());
        findings.addAll(outline.findings());
        var places = Programmes.in(outline.root());
        var drafts = Draft.of(places);
        var sections = new Sections(outline.root(), places);
        var rows = ResponsibilityTable.tasks(manuscript.grids(), findings);
        boolean running = drafts.stream().anyMatch(draft -> !draft.tasks().isEmpty());
        TaskMatching.bring(rows, drafts);
        boolean bothStand = running
                && drafts.stream().flatMap(draft -> draft.tasks().stream()).anyMatch(task -> task.row() != null);
        var against = Verdict.against(drafts, manuscript.paragraphs(), front.title());
        if (against.isPresent()) {
            return new Reading.NotAPlan(against.get());
        }
        var period = front.period().or(() -> period(manuscript));
        int firstYear = period.map(PlanTitle.Period::from)
                .orElseGet(() -> Optional.ofNullable(front.signedOn())
                        .map(LocalDate::getYear)
                        .orElse(0));
        boolean firstLeads = manuscript.paragraphs().stream().map(Para::text).anyMatch(Assignments::saysFirstLeads);
        var programmes = Assembling.of(drafts, firstYear, bothStand, firstLeads, findings);
        var goals = Goals.in(sections, firstYear);
        var phases = Phases.of(sections);
        sections.goals().forEach(goal -> findings.addAll(UnclearTargets.in(whole(goal))));
        findings.addAll(Checks.of(outline.root(), programmes, phases, period));
        metaMissing(front, findings);
        var plan = new ParsedPlan(
                front.title().map(PlanTitle::canonical).orElse(""),
                front.number(),
                front.issuer(),
                front.signedOn(),
                period.map(PlanTitle.Period::from).orElse(null),
                period.map(PlanTitle.Period::to).orElse(null),
                front.basis(preamble(manuscript)),
                goals,
                programmes,
                phases,
                organisation(sections),
                findings);
        return new Reading.Parsed(plan, source);
    }

    private static Optional<PlanTitle.Period> period(Manuscript manuscript) {
        return manuscript.paragraphs().stream()
                .filter(para -> para.text().folded().contains("时期")
                        || para.text().folded().contains("期间")
                        || para.text().folded().contains("期末"))
                .filter(para -> !para.text().folded().contains("年远景"))
                .flatMap(para -> PlanTitle.fiveYears(para.text()).stream())
                .max((one, other) -> Integer.compare(one.from(), other.from()));
    }

    private static List<Para> preamble(Manuscript manuscript) {
        return manuscript.paragraphs().stream()
                .takeWhile(para -> !Sections.begins(para))
                .toList();
    }

    private static List<OrganisationPoint> organisation(Sections sections) {
        return sections.organisation().stream()
                .flatMap(section -> section.children().stream())
                .map(point -> {
                    var text = whole(point);
                    return new OrganisationPoint(point.heading().strip("。：；").raw(), text.raw(), text.span());
                })
                .toList();
    }

    private static Passage whole(Node node) {
        var parts = new ArrayList<Passage>();
        parts.add(node.para().body());
        node.below().forEach(para -> parts.add(para.text()));
        return Passage.join(parts);
    }

    private static void metaMissing(FrontMatter front, List<Finding> findings) {
        if (front.title().isEmpty()) {
            findings.add(Findings.missing(Code.META_MISSING, "没有找到方案的标题"));
        }
        if (front.number() == null) {
            findings.add(Findings.missing(Code.META_MISSING, "没有找到文号"));
        }
        if (front.issuer() == null) {
            findings.add(Findings.missing(Code.META_MISSING, "没有找到发文机关"));
        }
        if (front.signedOn() == null) {
            findings.add(Findings.missing(Code.META_MISSING, "没有找到成文日期"));
        }
    }
}
