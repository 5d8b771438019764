package org.kepu.indicator.desk;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Amount;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Definition.Span;
import org.kepu.indicator.figure.FactLines;
import org.kepu.indicator.figure.Method;
import org.kepu.shared.RegionLevel;

/**
 * A definition as it stands in the form, whatever was typed.
 *
 * @param since the day from which it holds
 * @param type the family of its method
 * @param base what a share is of
 * @param each the family of what a division must have, where divisions are counted
 * @param from the first day of the window on which it is tried
 * @param to the last day of the window on which it is tried
 */
public record DefinitionForm(
        String id,
        String name,
        String unit,
        @Nullable Span span,
        String note,
        String since,
        String type,
        FactsForm of,
        FactsForm base,
        @Nullable Amount amount,
        String atLeast,
        @Nullable Boolean latest,
        @Nullable RegionLevel level,
        String each,
        String eachAtLeast,
        @Nullable Boolean share,
        Method.@Nullable Origin origin,
        String from,
        String to) {

    /** The families, in the order of the form. */
    public static final List<String> TYPES = List.of("sum", "persons", "stock", "each", "ratio", "coverage", "stated");

    /** The families by which a division can be asked. */
    public static final List<String> COUNTING = List.of("sum", "persons", "stock");

    @SuppressWarnings("NullAway") // an absent field comes as null
    public DefinitionForm {
        id = tidy(id);
        name = tidy(name);
        unit = tidy(unit);
        note = tidy(note);
        since = tidy(since);
        type = known(TYPES, type);
        of = Objects.requireNonNullElse(of, FactsForm.NOTHING);
        base = Objects.requireNonNullElse(base, FactsForm.NOTHING);
        atLeast = tidy(atLeast);
        each = known(COUNTING, each);
        eachAtLeast = tidy(eachAtLeast);
        from = tidy(from);
        to = tidy(to);
    }

    private static String tidy(@Nullable String typed) {
        return typed == null ? "" : typed.strip().replace("\0", "");
    }

    private static String known(List<String> families, @Nullable String typed) {
        return families.contains(tidy(typed)) ? tidy(typed) : families.getFirst();
    }

    /** Nothing chosen yet but the family. */
    static DefinitionForm blank(String type, String since, String from, String to) {
        return new DefinitionForm(
                "",
                "",
                "",
                Span.YEAR,
                "",
                since,
                type,
                FactsForm.NOTHING,
                FactsForm.NOTHING,
                Amount.EVENTS,
                "1",
                false,
                RegionLevel.BANNER,
                "sum",
                "1",
                true,
                Method.Origin.EXTERNAL,
                from,
                to);
    }

    /** As a definition stands, to be changed; in another family, if one is named. */
    static DefinitionForm of(Definition definition, String otherType, String since, String from, String to) {
        var method = definition.method();
        var blank = blank(otherType, since, from, to);
        var counting = method instanceof Method.Coverage coverage ? coverage.each() : method;
        return new DefinitionForm(
                definition.id(),
                definition.name(),
                definition.unit(),
                definition.span(),
                definition.note() == null ? "" : definition.note(),
                since,
                otherType.isEmpty() ? type(method) : otherType,
                FactLines.of(method).map(FactsForm::of).orElse(FactsForm.NOTHING),
                base(method),
                amount(counting),
                atLeast(method),
                method instanceof Method.Each each && each.latest(),
                method instanceof Method.Coverage coverage ? coverage.level() : blank.level(),
                method instanceof Method.Coverage coverage ? type(coverage.each()) : blank.each(),
                counting instanceof Method.Stock stock ? String.valueOf(stock.atLeast()) : blank.eachAtLeast(),
                !(method instanceof Method.Coverage coverage) || coverage.share(),
                method instanceof Method.Stated stated ? stated.origin() : blank.origin(),
                from,
                to);
    }

    private static String type(Method method) {
        return switch (method) {
            case Method.Sum sum -> "sum";
            case Method.Persons persons -> "persons";
            case Method.Stock stock -> "stock";
            case Method.Each each -> "each";
            case Method.Ratio ratio -> "ratio";
            case Method.Coverage coverage -> "coverage";
            case Method.Stated stated -> "stated";
        };
    }

    private static FactsForm base(Method method) {
        return switch (method) {
            case Method.Each each -> FactsForm.of(each.among());
            case Method.Ratio ratio -> FactsForm.of(ratio.base());
            case Method.Counting counting -> FactsForm.NOTHING;
            case Method.Coverage coverage -> FactsForm.NOTHING;
            case Method.Stated stated -> FactsForm.NOTHING;
        };
    }

    private static Amount amount(Method method) {
        return switch (method) {
            case Method.Sum sum -> sum.amount();
            case Method.Stock stock -> stock.amount();
            case Method.Each each -> each.amount();
            case Method.Ratio ratio -> ratio.amount();
            case Method.Persons persons -> Amount.EVENTS;
            case Method.Coverage coverage -> amount(coverage.each());
            case Method.Stated stated -> Amount.EVENTS;
        };
    }

    private static String atLeast(Method method) {
        return switch (method) {
            case Method.Stock stock -> String.valueOf(stock.atLeast());
            case Method.Each each -> String.valueOf(each.atLeast());
            case Method.Ratio ratio ->
                ratio.atLeast() == null ? "" : ratio.atLeast().toString();
            case Method.Coverage coverage -> String.valueOf(coverage.atLeast());
            case Method.Sum sum -> "1";
            case Method.Persons persons -> "1";
            case Method.Stated stated -> "1";
        };
    }

    /** Whether the family says so: those that count facts of some kinds. */
    public boolean countsFacts() {
        return !type.equals("stated");
    }

    public boolean hasBase() {
        return type.equals("each") || type.equals("ratio");
    }

    public boolean hasAmount() {
        return countsFacts() && !type.equals("persons");
    }

    public boolean hasThreshold() {
        return List.of("stock", "each", "ratio", "coverage").contains(type);
    }
}
