package org.kepu.plan.review;

import java.util.List;
import java.util.Map;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Programme;

/** A programme's title. */
public record ProgrammeForm(NodePath at, String title) implements EditForm {
    @Override
    public Map<String, String> errors() {
        return title.isEmpty() ? Map.of("title", "plan.review.error.title") : Map.of();
    }

    @Override
    public ParsedPlan applyTo(ParsedPlan plan) {
        return Editing.changeProgramme(
                plan,
                at,
                p -> new Programme(p.kind(), p.ordinal(), title, p.leads(), p.participants(), p.measures(), p.at()));
    }

    @Override
    public List<String> typed() {
        return List.of(title);
    }
}
