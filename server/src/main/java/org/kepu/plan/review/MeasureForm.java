package org.kepu.plan.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.ParsedPlan;

/** A measure: its words, its bodies and its targets. */
public record MeasureForm(NodePath at, String title, String text, String leads, String participants, TargetRows targets)
        implements EditForm {

    static MeasureForm of(NodePath at, Measure m) {
        return new MeasureForm(
                at,
                m.title(),
                m.text(),
                Lines.join(m.leads()),
                Lines.join(m.participants()),
                TargetRows.of(m.targets()));
    }

    static MeasureForm of(NodePath at, Fields form) {
        return new MeasureForm(
                at,
                form.text("title"),
                form.text("text"),
                form.text("leads"),
                form.text("participants"),
                TargetRows.of(form));
    }

    @Override
    public Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (title.isEmpty()) {
            errors.put("title", "plan.review.error.title");
        }
        if (text.isEmpty()) {
            errors.put("text", "plan.review.error.text");
        }
        var twice = Lines.of(leads).stream()
                .filter(Lines.of(participants)::contains)
                .toList();
        if (!twice.isEmpty()) {
            errors.put("participants", "plan.review.error.twice");
        }
        errors.putAll(targets.errors());
        return errors;
    }

    @Override
    public ParsedPlan applyTo(ParsedPlan plan) {
        return Editing.changeMeasure(
                plan,
                at,
                m -> new Measure(
                        m.ordinal(),
                        title,
                        text,
                        Lines.of(leads),
                        Lines.of(participants),
                        m.assignedBy(),
                        targets.targets(m.targets()),
                        m.at()));
    }

    @Override
    public List<String> typed() {
        return Stream.concat(
                        Stream.of(title, text, leads, participants),
                        targets.rows().stream().map(TargetRows.Row::quote))
                .filter(words -> !words.isEmpty())
                .toList();
    }
}
