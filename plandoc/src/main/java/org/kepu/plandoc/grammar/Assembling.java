package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.Measure.AssignedBy;
import org.kepu.plandoc.Programme;

/** Puts one programme together from what the running text says. */
final class Assembling {
    private final Programmes.Place place;
    private final ProgrammeText text;
    private final int firstYear;
    private final List<Finding> findings;

    Assembling(Programmes.Place place, ProgrammeText text, int firstYear, List<Finding> findings) {
        this.place = place;
        this.text = text;
        this.firstYear = firstYear;
        this.findings = findings;
    }

    Programme programme(List<Programme> before) {
        int ordinal = 1
                + (int) before.stream()
                        .filter(programme -> programme.kind() == place.kind())
                        .count();
        var own = text.assignment().withLeadsOnce();
        var measures = new ArrayList<Measure>();
        for (var measure : text.measures()) {
            measures.add(measure(measure, measures.size() + 1));
        }
        return new Programme(
                place.kind(),
                ordinal,
                place.title().raw(),
                own.leads(),
                own.participants(),
                measures,
                place.node().heading().span());
    }

    private Measure measure(MeasureText measure, int ordinal) {
        var found = Assignments.inText(measure.text());
        var own = found.assignment().and(measure.below());
        var by = own.isEmpty() ? text.assignment().isEmpty() ? AssignedBy.NONE : AssignedBy.SECTION : AssignedBy.INLINE;
        var assignment = (own.isEmpty() ? text.assignment() : own).withLeadsOnce();
        return new Measure(
                ordinal,
                measure.title().raw(),
                measure.text().raw(),
                assignment.leads(),
                assignment.participants(),
                by,
                Targets.in(found.rest(), firstYear),
                List.of(measure.text().span()));
    }
}
