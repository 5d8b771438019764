package org.kepu.indicator.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Kind;
import org.kepu.indicator.Terms;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Fault;
import org.kepu.indicator.figure.Method;
import org.kepu.page.Page;
import org.kepu.shared.RegionLevel;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Makes a definition of what was typed, and says at each field why it cannot be one. */
@Component
class ReadDefinition {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,12}");
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_UNIT = 10;
    private static final int LONGEST_NOTE = 500;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2149, 12, 31);

    /** The field at which each rule is broken. */
    private static final Map<Fault.Rule, String> FIELDS = Map.of(
            Fault.Rule.UNKNOWN_KIND, "of.kinds",
            Fault.Rule.UNKNOWN_AUDIENCE, "of.audiences",
            Fault.Rule.UNKNOWN_PLACE, "of.places",
            Fault.Rule.AMOUNT_NOT_OF_KIND, "amount",
            Fault.Rule.NO_PERSONS, "of.kinds",
            Fault.Rule.NO_THINGS, "of.kinds",
            Fault.Rule.DIFFERENT_THINGS, "base.kinds",
            Fault.Rule.NOT_PERCENT, "unit",
            Fault.Rule.UNIT_MIXED, "unit",
            Fault.Rule.NOTHING_ASKED, "atLeast");

    private final Definitions definitions;
    private final Terms terms;

    ReadDefinition(Definitions definitions, Terms terms) {
        this.definitions = definitions;
        this.terms = terms;
    }

    /** The definition; empty if it cannot be computed, which the errors then say. */
    Optional<Definition> read(String id, DefinitionForm form, Page page, Errors errors) {
        require(ID.matcher(id).matches() && !id.equals("new"), "id", "indicator.form.wrong.id", errors);
        require(fits(form.name(), LONGEST_NAME), "name", "indicator.form.wrong.name", errors);
        require(fits(form.unit(), LONGEST_UNIT), "unit", "indicator.form.wrong.unit", errors);
        require(form.span() != null, "span", "indicator.form.wrong.choice", errors);
        require(form.note().length() <= LONGEST_NOTE, "note", "indicator.form.wrong.note", errors);
        require(day(form.since()) != null, "since", "indicator.form.wrong.day", errors);
        require(!form.countsFacts() || !form.of().kinds().isEmpty(), "of.kinds", "indicator.form.wrong.kinds", errors);
        require(!form.hasBase() || !form.base().kinds().isEmpty(), "base.kinds", "indicator.form.wrong.kinds", errors);
        require(!form.hasAmount() || form.amount() != null, "amount", "indicator.form.wrong.choice", errors);
        boolean open = form.type().equals("ratio") && form.atLeast().isEmpty();
        require(
                !form.hasThreshold() || open || count(form.atLeast()) != null,
                "atLeast",
                "indicator.form.wrong.number",
                errors);
        require(
                !form.type().equals("coverage") || !form.each().equals("stock") || count(form.eachAtLeast()) != null,
                "eachAtLeast",
                "indicator.form.wrong.number",
                errors);
        require(
                !form.type().equals("coverage") || form.level() != null,
                "level",
                "indicator.form.wrong.choice",
                errors);
        require(
                !form.type().equals("stated") || form.origin() != null,
                "origin",
                "indicator.form.wrong.choice",
                errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        var definition = new Definition(
                id,
                form.name(),
                form.unit(),
                form.span() == null ? Definition.Span.YEAR : form.span(),
                method(form),
                form.note().isEmpty() ? null : form.note());
        definitions.faults(definition).forEach(fault -> reject(fault, form, page, errors));
        return errors.hasErrors() ? Optional.empty() : Optional.of(definition);
    }

    private static Method method(DefinitionForm form) {
        var atLeast = count(form.atLeast());
        long asked = atLeast == null ? 0 : atLeast;
        return switch (form.type()) {
            case "each" ->
                new Method.Each(
                        form.base().selection(),
                        form.of().selection(),
                        amount(form),
                        Boolean.TRUE.equals(form.latest()),
                        asked);
            case "ratio" -> new Method.Ratio(form.of().selection(), form.base().selection(), amount(form), atLeast);
            case "coverage" ->
                new Method.Coverage(
                        form.level() == null ? RegionLevel.BANNER : form.level(),
                        counting(form.each(), form, count(form.eachAtLeast())),
                        asked,
                        Boolean.TRUE.equals(form.share()));
            case "stated" -> new Method.Stated(form.origin() == null ? Method.Origin.EXTERNAL : form.origin());
            default -> counting(form.type(), form, atLeast);
        };
    }

    private static Method.Counting counting(String type, DefinitionForm form, @Nullable Long atLeast) {
        return switch (type) {
            case "persons" -> new Method.Persons(form.of().selection());
            case "stock" -> new Method.Stock(form.of().selection(), amount(form), atLeast == null ? 0 : atLeast);
            default -> new Method.Sum(form.of().selection(), amount(form));
        };
    }

    private static Amount amount(DefinitionForm form) {
        return form.amount() == null ? Amount.EVENTS : form.amount();
    }

    /** A fault names terms by their codes; people read their names. */
    private void reject(Fault fault, DefinitionForm form, Page page, Errors errors) {
        var field = FIELDS.getOrDefault(fault.rule(), "type");
        boolean ofBase = field.equals("of.kinds")
                && form.base().kinds().contains(fault.word())
                && !form.of().kinds().contains(fault.word());
        errors.rejectValue(
                ofBase ? "base.kinds" : field,
                fault.rule().messageKey(),
                new Object[] {words(fault, page)},
                fault.rule().name());
    }

    private String words(Fault fault, Page page) {
        var parts = List.of(fault.word().split(" "));
        return switch (fault.rule()) {
            case AMOUNT_NOT_OF_KIND ->
                page.say(
                        "indicator.form.kind-amount",
                        kind(parts.getFirst()),
                        page.say(Amount.valueOf(parts.getLast()).messageKey()));
            case NO_PERSONS, NO_THINGS -> kind(fault.word());
            case ONE_KIND_ONLY ->
                String.join("、", parts.stream().map(this::kind).toList());
            case DIFFERENT_THINGS ->
                parts.stream()
                        .map(thing ->
                                page.messages().getMessage("indicator.thing." + thing, null, thing, page.locale()))
                        .reduce((one, other) -> one + page.say("indicator.and") + other)
                        .orElse("");
            case UNKNOWN_KIND, UNKNOWN_AUDIENCE, UNKNOWN_PLACE, NOT_PERCENT, UNIT_MIXED, NOTHING_ASKED -> fault.word();
        };
    }

    private String kind(String code) {
        return terms.kind(code).map(Kind::name).orElse(code);
    }

    static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? null : day;
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static @Nullable Long count(String text) {
        return COUNT.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    private static boolean fits(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    private static void require(boolean holds, String field, String key, Errors errors) {
        if (!holds) {
            errors.rejectValue(field, key);
        }
    }
}
