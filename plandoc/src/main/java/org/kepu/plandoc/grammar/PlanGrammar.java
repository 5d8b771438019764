package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.OrganisationPoint;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Reading;
import org.kepu.plandoc.SourceText;
import org.kepu.plandoc.Target;
import org.kepu.plandoc.grammar.Lines.GridPiece;
import org.kepu.plandoc.grammar.Lines.TextPiece;

/** Reads the structure of an action plan out of a document's text. */
public final class PlanGrammar {
    private static final int UNDATED = 2021;

    /** @return {@link Reading.Parsed}, or {@link Reading.NotAPlan} with what was looked for and not found */
    public Reading read(SourceText source) {
        var pieces = Furniture.withoutPageNumbers(Lines.of(source));
        var allLines = new ArrayList<Line>();
        for (var piece : pieces) {
            if (piece instanceof TextPiece(Line line)) {
                allLines.add(line);
            }
        }
        var front = FrontMatter.of(allLines);
        var lines = new ArrayList<Line>();
        var grids = new ArrayList<Grid>();
        for (var piece : Furniture.removed(pieces)) {
            switch (piece) {
                case TextPiece(Line line) -> lines.add(line);
                case GridPiece(Grid grid) -> grids.add(grid);
            }
        }
        var outline = Outline.of(HardWraps.undo(lines));
        var places = Programmes.in(outline.root());
        if (places.isEmpty()) {
            return new Reading.NotAPlan("未找到行动或工程");
        }
        int firstYear = front.period().map(PlanTitle.Period::from).orElse(UNDATED);
        var findings = new ArrayList<Finding>(outline.findings());
        var programmes = new ArrayList<Programme>();
        for (var place : places) {
            var text = ProgrammeText.of(place.node());
            programmes.add(new Assembling(place, text, firstYear, findings).programme(programmes));
        }
        var goals = new ArrayList<Target>();
        for (var node : Sections.goals(outline.root())) {
            goals.addAll(Targets.in(whole(node), firstYear));
        }
        var plan = new ParsedPlan(
                front.title().map(PlanTitle::canonical).orElse(""),
                front.number(),
                front.issuer(),
                front.signedOn(),
                front.period().map(PlanTitle.Period::from).orElse(null),
                front.period().map(PlanTitle.Period::to).orElse(null),
                front.basis(outline.root().below().stream()
                        .takeWhile(para -> para.rank().isEmpty())
                        .toList()),
                goals,
                programmes,
                List.of(),
                organisation(outline.root()),
                findings);
        return new Reading.Parsed(plan, source);
    }

    private static List<OrganisationPoint> organisation(Node root) {
        return Sections.organisation(root).stream()
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
}
