package org.kepu.plan.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kepu.plandoc.OrganisationPoint;
import org.kepu.plandoc.ParsedPlan;

/** The points of 组织实施, a row each; an empty row is none. */
public record OrganisationForm(List<Row> rows) implements EditForm {
    public record Row(String title, String text) {
        boolean isEmpty() {
            return title.isEmpty() && text.isEmpty();
        }
    }

    static OrganisationForm of(ParsedPlan plan) {
        var rows = new ArrayList<>(plan.organisation().stream()
                .map(p -> new Row(p.title(), p.text()))
                .toList());
        rows.add(new Row("", ""));
        return new OrganisationForm(rows);
    }

    static OrganisationForm of(Fields form) {
        return new OrganisationForm(form.rows("title", i -> new Row(form.at("title", i), form.at("text", i))));
    }

    @Override
    public Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isEmpty() && rows.get(i).title().isEmpty()) {
                errors.put("title-" + i, "plan.review.error.title");
            }
        }
        return errors;
    }

    @Override
    public ParsedPlan applyTo(ParsedPlan plan) {
        return Editing.withOrganisation(
                plan,
                rows.stream()
                        .filter(row -> !row.isEmpty())
                        .map(row -> new OrganisationPoint(
                                row.title(),
                                row.text(),
                                Fields.placeBefore(
                                        plan.organisation(),
                                        OrganisationPoint::title,
                                        OrganisationPoint::at,
                                        row.title())))
                        .toList());
    }
}
