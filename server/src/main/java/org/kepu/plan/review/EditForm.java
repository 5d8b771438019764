package org.kepu.plan.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Span;

/** The part of a structure that is open for editing, as raw text, and what it becomes once nothing is wrong with it. */
public sealed interface EditForm permits HeadForm, GoalsForm, ProgrammeForm, MeasureForm, PhasesForm, OrganisationForm {

    /** What is wrong: a message key by field name. Empty where the form can be applied. */
    Map<String, String> errors();

    ParsedPlan applyTo(ParsedPlan plan);

    /** What was typed, for a form whose part is gone. */
    default List<String> typed() {
        return List.of();
    }

    /** What a part stays known by while others are moved, added and renamed: its place in the source, or its title. */
    static String key(List<Span> at, String title) {
        return at.stream()
                .filter(span -> !span.isEmpty())
                .findFirst()
                .map(span -> "@" + span.from())
                .orElse(title);
    }

    /** The form of a part as it stands. */
    static @Nullable EditForm of(ParsedPlan plan, String region, String part) {
        return switch (part) {
            case "" -> null;
            case "head" -> HeadForm.of(plan, region);
            case "goals" -> new GoalsForm(TargetRows.of(plan.goals()));
            case "phases" -> PhasesForm.of(plan);
            case "organisation" -> OrganisationForm.of(plan);
            default -> {
                var at = NodePath.of(part);
                yield at.isProgramme()
                        ? Editing.programme(plan, at)
                                .map(p -> new ProgrammeForm(at, p.title()))
                                .orElse(null)
                        : Editing.measure(plan, at)
                                .map(m -> MeasureForm.of(at, m))
                                .orElse(null);
            }
        };
    }

    /** The form of a part as someone has filled it in. */
    static EditForm of(String part, Fields form) {
        return switch (part) {
            case "head" -> HeadForm.of(form);
            case "goals" -> new GoalsForm(TargetRows.of(form));
            case "phases" -> PhasesForm.of(form);
            case "organisation" -> OrganisationForm.of(form);
            default -> {
                var at = NodePath.of(part);
                yield at.isProgramme() ? new ProgrammeForm(at, form.text("title")) : MeasureForm.of(at, form);
            }
        };
    }
}
