package org.kepu.plan.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.OrganisationPoint;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Phase;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Span;
import org.springframework.util.MultiValueMap;

/** The part of a structure that is open for editing, as raw text, and what it becomes once nothing is wrong with it. */
public sealed interface EditForm {

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

    /** Text as it can be kept: lines end in one sign, and signs that no page shows are left out. */
    static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\x{D800}-\\x{DFFF}]", "")
                .strip();
    }

    /** The form of a part as it stands. */
    static @Nullable EditForm of(ParsedPlan plan, String region, String part) {
        return switch (part) {
            case "" -> null;
            case "head" -> Head.of(plan, region);
            case "goals" -> new Goals(TargetRows.of(plan.goals()));
            case "phases" -> Phases.of(plan);
            case "organisation" -> Organisation.of(plan);
            default -> {
                var at = NodePath.of(part);
                yield at.isProgramme()
                        ? Editing.programme(plan, at)
                                .map(p -> new ProgrammeHead(at, p.title()))
                                .orElse(null)
                        : Editing.measure(plan, at)
                                .map(m -> MeasureText.of(at, m))
                                .orElse(null);
            }
        };
    }

    /** The form of a part as someone has filled it in. */
    static EditForm of(String part, MultiValueMap<String, String> form) {
        return switch (part) {
            case "head" -> Head.of(form);
            case "goals" -> new Goals(TargetRows.of(form));
            case "phases" -> Phases.of(form);
            case "organisation" -> Organisation.of(form);
            default -> {
                var at = NodePath.of(part);
                yield at.isProgramme() ? new ProgrammeHead(at, text(form, "title")) : MeasureText.of(at, form);
            }
        };
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : clean(value);
    }

    private static String at(MultiValueMap<String, String> form, String name, int i) {
        var values = form.getOrDefault(name, List.of());
        return i < values.size() ? clean(values.get(i)) : "";
    }

    private static boolean isYear(String text) {
        return text.matches("199\\d|20\\d{2}");
    }

    /** What keeps its title keeps its place in the source. */
    private static <T> Span placeBefore(
            List<T> before, Function<T, String> title, Function<T, Span> place, String kept) {
        return before.stream()
                .filter(one -> title.apply(one).equals(kept))
                .findFirst()
                .map(place)
                .orElse(new Span(0, 0));
    }

    record Head(
            String title,
            String region,
            String documentNumber,
            String issuer,
            String signedOn,
            String periodFrom,
            String periodTo,
            String basis)
            implements EditForm {

        static Head of(ParsedPlan plan, String region) {
            return new Head(
                    plan.title(),
                    region,
                    or(plan.documentNumber()),
                    or(plan.issuer()),
                    or(plan.signedOn()),
                    or(plan.periodFrom()),
                    or(plan.periodTo()),
                    Lines.join(plan.basis()));
        }

        static Head of(MultiValueMap<String, String> form) {
            return new Head(
                    text(form, "title"),
                    text(form, "region"),
                    text(form, "documentNumber"),
                    text(form, "issuer"),
                    text(form, "signedOn"),
                    text(form, "periodFrom"),
                    text(form, "periodTo"),
                    text(form, "basis"));
        }

        private static String or(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }

        @Override
        public Map<String, String> errors() {
            var errors = new LinkedHashMap<String, String>();
            if (title.isEmpty()) {
                errors.put("title", "plan.review.error.title");
            }
            if (!signedOn.isEmpty() && date() == null) {
                errors.put("signedOn", "plan.review.error.date");
            }
            if (!isYear(periodFrom)) {
                errors.put("periodFrom", "plan.review.error.year");
            }
            if (!isYear(periodTo)) {
                errors.put("periodTo", "plan.review.error.year");
            } else if (isYear(periodFrom) && periodTo.compareTo(periodFrom) < 0) {
                errors.put("periodTo", "plan.review.error.period");
            }
            return errors;
        }

        private @Nullable LocalDate date() {
            try {
                return signedOn.isEmpty() ? null : LocalDate.parse(signedOn);
            } catch (DateTimeParseException unreadable) {
                return null;
            }
        }

        @Override
        public ParsedPlan applyTo(ParsedPlan plan) {
            return new ParsedPlan(
                    title,
                    orNull(documentNumber),
                    orNull(issuer),
                    date(),
                    Integer.valueOf(periodFrom),
                    Integer.valueOf(periodTo),
                    Lines.of(basis),
                    plan.goals(),
                    plan.programmes(),
                    plan.phases(),
                    plan.organisation(),
                    plan.findings());
        }
    }

    record Goals(TargetRows targets) implements EditForm {
        @Override
        public Map<String, String> errors() {
            return targets.errors();
        }

        @Override
        public ParsedPlan applyTo(ParsedPlan plan) {
            return Editing.withGoals(plan, targets.targets(plan.goals()));
        }
    }

    record ProgrammeHead(NodePath at, String title) implements EditForm {
        @Override
        public Map<String, String> errors() {
            return title.isEmpty() ? Map.of("title", "plan.review.error.title") : Map.of();
        }

        @Override
        public ParsedPlan applyTo(ParsedPlan plan) {
            return Editing.changeProgramme(
                    plan,
                    at,
                    p -> new Programme(
                            p.kind(), p.ordinal(), title, p.leads(), p.participants(), p.measures(), p.at()));
        }

        @Override
        public List<String> typed() {
            return List.of(title);
        }
    }

    record MeasureText(NodePath at, String title, String text, String leads, String participants, TargetRows targets)
            implements EditForm {

        static MeasureText of(NodePath at, Measure m) {
            return new MeasureText(
                    at,
                    m.title(),
                    m.text(),
                    Lines.join(m.leads()),
                    Lines.join(m.participants()),
                    TargetRows.of(m.targets()));
        }

        static MeasureText of(NodePath at, MultiValueMap<String, String> form) {
            return new MeasureText(
                    at,
                    EditForm.text(form, "title"),
                    EditForm.text(form, "text"),
                    EditForm.text(form, "leads"),
                    EditForm.text(form, "participants"),
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

    record Phases(List<Row> rows) implements EditForm {
        public record Row(String title, String from, String to) {
            boolean isEmpty() {
                return title.isEmpty() && from.isEmpty() && to.isEmpty();
            }
        }

        static Phases of(ParsedPlan plan) {
            var rows = new ArrayList<>(plan.phases().stream()
                    .map(p -> new Row(p.title(), String.valueOf(p.from()), String.valueOf(p.to())))
                    .toList());
            rows.add(new Row("", "", ""));
            return new Phases(rows);
        }

        static Phases of(MultiValueMap<String, String> form) {
            return new Phases(IntStream.range(
                            0, form.getOrDefault("title", List.of()).size())
                    .mapToObj(i -> new Row(
                            EditForm.at(form, "title", i), EditForm.at(form, "from", i), EditForm.at(form, "to", i)))
                    .toList());
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
                if (!isYear(row.from()) || !isYear(row.to()) || row.to().compareTo(row.from()) < 0) {
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
                                    placeBefore(plan.phases(), Phase::title, Phase::at, row.title())))
                            .toList());
        }
    }

    record Organisation(List<Row> rows) implements EditForm {
        public record Row(String title, String text) {
            boolean isEmpty() {
                return title.isEmpty() && text.isEmpty();
            }
        }

        static Organisation of(ParsedPlan plan) {
            var rows = new ArrayList<>(plan.organisation().stream()
                    .map(p -> new Row(p.title(), p.text()))
                    .toList());
            rows.add(new Row("", ""));
            return new Organisation(rows);
        }

        static Organisation of(MultiValueMap<String, String> form) {
            return new Organisation(
                    IntStream.range(0, form.getOrDefault("title", List.of()).size())
                            .mapToObj(i -> new Row(EditForm.at(form, "title", i), EditForm.at(form, "text", i)))
                            .toList());
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
                                    placeBefore(
                                            plan.organisation(),
                                            OrganisationPoint::title,
                                            OrganisationPoint::at,
                                            row.title())))
                            .toList());
        }
    }
}
