package org.kepu.indicator.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Kind;
import org.kepu.indicator.PersonMark;
import org.kepu.indicator.Source;
import org.kepu.indicator.Term;
import org.kepu.indicator.Thing;
import org.kepu.region.sheet.Rejections;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/** Reads the rows of one file. Each row is told all that is wrong with it at once. */
final class Rows {

    private static final Pattern MARK = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_PERSONS = 2_000;
    private static final int LONGEST_THING = 120;
    private static final Pattern BETWEEN_BODIES = Pattern.compile("[、;；]+");

    private final Vocabulary vocabulary;
    private final Organisers organisers;
    private final RegionCode numbering;
    private final Rejections rejections;
    private final Columns columns;

    Rows(Vocabulary vocabulary, Organisers organisers, RegionCode numbering, Rejections rejections, Columns columns) {
        this.vocabulary = vocabulary;
        this.organisers = organisers;
        this.numbering = numbering;
        this.rejections = rejections;
        this.columns = columns;
    }

    /** The terms by code and by name. */
    record Vocabulary(Map<String, Kind> kinds, Map<String, String> audiences, Map<String, String> places) {

        static Vocabulary of(List<Kind> kinds, List<Term> audiences, List<Term> places) {
            var known = new HashMap<String, Kind>();
            kinds.forEach(kind -> known.put(kind.name(), kind));
            kinds.forEach(kind -> known.put(kind.code(), kind));
            return new Vocabulary(known, codes(audiences), codes(places));
        }

        private static Map<String, String> codes(List<Term> terms) {
            var codes = new HashMap<String, String>();
            terms.forEach(term -> codes.put(term.name(), term.code()));
            terms.forEach(term -> codes.put(term.code(), term.code()));
            return codes;
        }
    }

    /** A row that is sound in itself. */
    record Row(int line, Fact fact) {}

    /** The row, or nothing after telling all that is wrong with it. */
    Optional<Row> read(int line, List<String> cells) {
        return new Reading(new Cells(line, cells, columns, rejections)).row();
    }

    /** The row being read. */
    private final class Reading {

        private final Cells cells;

        Reading(Cells cells) {
            this.cells = cells;
        }

        /** Where nothing is said, what is counted by times happened once. */
        Amounts amounts(@Nullable Kind kind) {
            boolean once = cells.cell(Column.EVENTS).isEmpty()
                    && kind != null
                    && kind.amounts().contains(Amount.EVENTS);
            return new Amounts(
                    once ? 1 : cells.count(Column.EVENTS),
                    cells.count(Column.ATTENDANCES),
                    cells.count(Column.MINUTES),
                    cells.fen(),
                    cells.bigCount(Column.QUANTITY));
        }

        List<BodyId> organisers() {
            var bodies = new ArrayList<BodyId>();
            for (var name : BETWEEN_BODIES.split(cells.cell(Column.ORGANISERS))) {
                if (!name.isBlank()) {
                    var body = organisers.named(name.strip());
                    body.ifPresentOrElse(
                            bodies::add,
                            () -> cells.reject(Column.ORGANISERS, "history.row.body", Cells.shortened(name)));
                }
            }
            return bodies.stream().distinct().toList();
        }

        /** What it is about; only kinds that are about something say so. */
        @Nullable
        Thing thing(@Nullable Kind kind, @Nullable RegionCode region) {
            if (cells.cell(Column.THING_CODE).isEmpty()
                    && cells.cell(Column.THING_NAME).isEmpty()) {
                if (kind != null && kind.thingNeeded()) {
                    cells.reject(Column.THING_CODE, "history.row.thing.missing");
                }
                return null;
            }
            var about = kind == null ? null : kind.thing();
            if (kind != null && about == null) {
                cells.reject(Column.THING_CODE, "history.row.thing.none");
                return null;
            }
            var code = cells.text(Column.THING_CODE, LONGEST_THING);
            var name = cells.text(Column.THING_NAME, LONGEST_THING);
            var at = cells.cell(Column.THING_REGION).isEmpty()
                    ? region
                    : cells.read(Column.THING_REGION, "history.row.region", RegionCode::read);
            return about == null || at == null || code.isEmpty() || name.isEmpty()
                    ? null
                    : new Thing(about, code, name, at);
        }

        /** The marks that {@link KeptRows} has put in place of the numbers; what is wrong is not repeated. */
        Set<PersonMark> persons() {
            var marks = cells.cell(Column.PERSONS).isEmpty()
                    ? List.<String>of()
                    : List.of(cells.cell(Column.PERSONS).split(" "));
            if (!marks.stream().allMatch(mark -> MARK.matcher(mark).matches())) {
                cells.reject(Column.PERSONS, "history.row.person");
                return Set.of();
            }
            if (marks.size() > MOST_PERSONS) {
                cells.reject(Column.PERSONS, "history.row.persons", MOST_PERSONS);
                return Set.of();
            }
            return marks.stream().map(PersonMark::new).collect(Collectors.toSet());
        }

        Optional<Row> row() {
            int told = rejections.count();
            var id = cells.text(Column.ID, Source.LONGEST_ID - numbering.value().length() - 1);
            var kind = cells.read(
                    Column.KIND,
                    "history.row.kind",
                    name -> Optional.ofNullable(vocabulary.kinds().get(name)));
            var day = cells.read(Column.DAY, "history.row.day", Cells::day);
            var region = cells.read(Column.REGION, "history.row.region", RegionCode::read);
            var audience = cells.read(
                    Column.AUDIENCE,
                    "history.row.audience",
                    name -> Optional.ofNullable(vocabulary.audiences().get(name)));
            var place = cells.read(
                    Column.PLACE,
                    "history.row.place",
                    name -> Optional.ofNullable(vocabulary.places().get(name)));
            var title = cells.text(Column.TITLE, Fact.LONGEST_TITLE);
            var amounts = amounts(kind);
            var bodies = organisers();
            var rural = cells.rural();
            var thing = thing(kind, region);
            var persons = persons();
            int version = cells.version();
            if (rejections.count() > told) {
                return Optional.empty();
            }
            return Optional.of(new Row(
                    cells.line(),
                    Fact.of(
                                    new Source(HistoryOrigin.SOURCE, numbering + ":" + id, version),
                                    Objects.requireNonNull(kind).code(),
                                    Objects.requireNonNull(day),
                                    Objects.requireNonNull(region),
                                    title)
                            .forAudience(Objects.requireNonNull(audience))
                            .at(Objects.requireNonNull(place))
                            .inRuralArea(rural)
                            .with(amounts)
                            .by(bodies)
                            .of(persons)
                            .about(thing)));
        }
    }
}
