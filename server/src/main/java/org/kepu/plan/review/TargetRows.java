package org.kepu.plan.review;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kepu.plandoc.Span;
import org.kepu.plandoc.Target;
import org.kepu.plandoc.Target.Operator;
import org.kepu.plandoc.Target.Window;

/** The targets of a measure or of the goals as they stand in a form, a row each; a row left empty is no target. */
public record TargetRows(List<Row> rows) {
    public TargetRows {
        rows = List.copyOf(rows);
    }

    public record Row(String quote, String operator, String value, String unit, String window) {
        private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

        static final Row EMPTY = new Row("", Operator.AT_LEAST.name(), "", "", Window.NONE.name());

        boolean isEmpty() {
            return quote.isBlank() && value.isBlank() && unit.isBlank();
        }

        private Optional<BigDecimal> number() {
            var written = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
            return NUMBER.matcher(written).matches() ? Optional.of(new BigDecimal(written)) : Optional.empty();
        }
    }

    static TargetRows of(List<Target> targets) {
        var rows = new ArrayList<>(targets.stream()
                .map(t -> new Row(
                        t.quote(),
                        t.operator().name(),
                        t.value().toPlainString(),
                        t.unit(),
                        t.window().name()))
                .toList());
        rows.add(Row.EMPTY);
        return new TargetRows(rows);
    }

    static TargetRows of(Fields form) {
        return new TargetRows(form.rows(
                "quote",
                i -> new Row(
                        form.at("quote", i),
                        form.at("operator", i),
                        form.at("value", i),
                        form.at("unit", i),
                        form.at("window", i))));
    }

    /** What is wrong, by field: {@code value-2} is the value of the third row. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.isEmpty()) {
                continue;
            }
            if (row.quote().isBlank()) {
                errors.put("quote-" + i, "plan.review.error.quote");
            }
            if (row.number().isEmpty()) {
                errors.put("value-" + i, "plan.review.error.value");
            }
            if (row.unit().isBlank()) {
                errors.put("unit-" + i, "plan.review.error.unit");
            }
            if (!isOneOf(Operator.values(), row.operator())) {
                errors.put("operator-" + i, "plan.review.error.operator");
            }
            if (!isOneOf(Window.values(), row.window())) {
                errors.put("window-" + i, "plan.review.error.window");
            }
        }
        return errors;
    }

    private static boolean isOneOf(Enum<?>[] known, String name) {
        return List.of(known).stream().anyMatch(value -> value.name().equals(name));
    }

    /** The targets, where nothing is wrong; a quote that stood before keeps its place in the source. */
    List<Target> targets(List<Target> before) {
        return rows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> new Target(
                        row.quote().strip(),
                        Operator.valueOf(row.operator()),
                        row.number().orElseThrow(),
                        row.unit().strip(),
                        Window.valueOf(row.window()),
                        before.stream()
                                .filter(t -> t.quote().equals(row.quote().strip()))
                                .findFirst()
                                .map(Target::at)
                                .orElse(new Span(0, 0))))
                .toList();
    }
}
