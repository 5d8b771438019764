package org.kepu.plan.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Phase;

/** The stages of 进度安排, a row each; an empty row is none. */
public record PhasesForm(List<Row> rows) implements EditForm {
    public record Row(String title, String from, String to) {
        boolean isEmpty() {
            return title.isEmpty() && from.isEmpty() && to.isEmpty();
        }
    }

    static PhasesForm of(ParsedPlan plan) {
        var rows = new ArrayList<>(plan.phases().stream()
                .map(p -> new Row(p.title(), String.valueOf(p.from()), String.valueOf(p.to())))
                .toList());
        rows.add(new Row("", "", ""));
        return new PhasesForm(rows);
    }

    static PhasesForm of(Fields form) {
        return new PhasesForm(
                form.rows("title", i -> new Row(form.at("title", i), form.at("from", i), form.at("to", i))));
    }

    @Override
    public Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.isEmpty()) {
                continue;
            }
            if (row.title().isEmpty()) {
                errors.put("title-" + i, "plan.review.error.title");
            }
            if (!Fields.isYear(row.from())
                    || !Fields.isYear(row.to())
                    || row.to().compareTo(row.from()) < 0) {
                errors.put("from-" + i, "plan.review.error.year");
            }
        }
        return errors;
    }

    @Override
    public ParsedPlan applyTo(ParsedPlan plan) {
        return Editing.withPhases(
                plan,
                rows.stream()
                        .filter(row -> !row.isEmpty())
                        .map(row -> new Phase(
                                row.title(),
                                Integer.parseInt(row.from()),
                                Integer.parseInt(row.to()),
                                Fields.placeBefore(plan.phases(), Phase::title, Phase::at, row.title())))
                        .toList());
    }
}
