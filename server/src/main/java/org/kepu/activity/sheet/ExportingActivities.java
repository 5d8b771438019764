package org.kepu.activity.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.Described;
import org.kepu.activity.Rows;
import org.kepu.activity.Vocabulary;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plans;
import org.kepu.shared.BodyId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of activities as a workbook, a row for each session, in the columns of the form sheet; read and written piece by piece. */
@Service
class ExportingActivities {

    private static final int PIECE = 500;
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final JdbcClient database;
    private final Vocabulary vocabulary;
    private final Terms terms;
    private final Bodies bodies;
    private final Plans plans;

    ExportingActivities(JdbcClient database, Vocabulary vocabulary, Terms terms, Bodies bodies, Plans plans) {
        this.database = database;
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.bodies = bodies;
        this.plans = plans;
    }

    /** An activity with one of its sessions. */
    private record Line(
            Activity activity,
            @Nullable String number,
            @Nullable ZonedDateTime starts,
            @Nullable ZonedDateTime ends,
            @Nullable Integer capacity,
            int perPerson,
            boolean waits,
            boolean cancelled) {}

    /**
     * The activities that the list shows by the same filters.
     *
     * @param words all of which the title has; may be empty
     * @param state null: any
     * @param say the words of the reader's language by their key
     */
    @Transactional(readOnly = true)
    public void write(
            Scope scope, String words, Activity.@Nullable State state, OutputStream stream, UnaryOperator<String> say)
            throws IOException {
        scope.demands(Right.RUN_ACTIVITIES);
        try (var workbook = new Workbook(stream, "Kepu", "1.0");
                var lines = lines(scope, words, state)) {
            var sheet = workbook.newWorksheet(say.apply("sheet.rows"));
            var headings = new ArrayList<>(FormSheet.headings());
            headings.add(say.apply("activity.state"));
            FormSheet.row(sheet, 0, headings);
            var writing = new Writing(sheet, say);
            lines.forEach(writing::add);
            writing.flush();
        }
    }

    private Stream<Line> lines(Scope scope, String words, Activity.@Nullable State state) {
        return database
                .sql(Rows.ACTIVITY + """
                        , session.starts_at as starts, session.ends_at as ends, capacity, coalesce(per_person, 2) as per_person,
                          coalesce(waits, false) as waits, session.cancelled_at is not null as cancelled,
                          (select number from activity.sheet_activity where activity = a.id order by number limit 1) as number
                        from activity.activity a left join activity.session on session.activity = a.id
                        where (:words = '' or position(:words in a.title) > 0) and (:state::text is null or a.state = :state) and
                        """ + Rows.IN_REACH
                        + " order by a.written_at, a.id, session.starts_at, session.id")
                .param("words", words.strip())
                .param("state", state == null ? null : state.name())
                .params(scope.parameters())
                .withFetchSize(PIECE)
                .query(ExportingActivities::line)
                .stream();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var starts = Rows.instant(row, "starts");
        var ends = Rows.instant(row, "ends");
        return new Line(
                Rows.activity(row, number),
                row.getString("number"),
                starts == null ? null : starts.atZone(HERE),
                ends == null ? null : ends.atZone(HERE),
                row.getObject("capacity", Integer.class),
                row.getInt("per_person"),
                row.getBoolean("waits"),
                row.getBoolean("cancelled"));
    }

    /** One workbook being written. Names of bodies are asked for together. */
    private final class Writing {

        private final Worksheet sheet;
        private final UnaryOperator<String> say;
        private final List<Line> piece = new ArrayList<>(PIECE);
        private final Map<BodyId, Body> known = new HashMap<>();
        private final Map<MeasureId, String> measures = new HashMap<>();
        private final Map<String, String> audiences;
        private final Map<String, String> places;
        private int line = 1;

        Writing(Worksheet sheet, UnaryOperator<String> say) {
            this.sheet = sheet;
            this.say = say;
            this.audiences = names(terms.audiences());
            this.places = names(terms.places());
        }

        private static Map<String, String> names(Collection<Term> terms) {
            return terms.stream().collect(Collectors.toMap(Term::code, Term::name));
        }

        void add(Line one) {
            piece.add(one);
            if (piece.size() == PIECE) {
                flush();
            }
        }

        void flush() {
            var unknown = new HashSet<BodyId>();
            piece.forEach(one -> unknown.addAll(one.activity().described().organisers()));
            unknown.removeAll(known.keySet());
            if (!unknown.isEmpty()) {
                known.putAll(bodies.all(unknown));
            }
            piece.forEach(one -> FormSheet.row(sheet, line++, cells(one)));
            piece.clear();
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<String> cells(Line one) {
            var told = one.activity().described();
            var cells = new ArrayList<String>();
            for (var column : SheetColumn.values()) {
                cells.add(
                        SheetColumn.OF_SESSION.contains(column)
                                ? ofSession(column, one)
                                : column == SheetColumn.NUMBER ? number(one) : ofActivity(column, told));
            }
            cells.add(say.apply(
                    one.cancelled()
                            ? "sheet.session-cancelled"
                            : one.activity().state().messageKey()));
            return cells;
        }

        private static String number(Line one) {
            var number = one.number();
            return number == null ? one.activity().id().toString() : number;
        }

        private static String ofSession(SheetColumn column, Line one) {
            var starts = one.starts();
            var ends = one.ends();
            if (starts == null || ends == null) {
                return "";
            }
            var capacity = one.capacity();
            return switch (column) {
                case DAY -> starts.toLocalDate().toString();
                case BEGINS -> TIME.format(starts);
                case ENDS -> TIME.format(ends);
                case LAST_DAY ->
                    ends.toLocalDate().equals(starts.toLocalDate())
                            ? ""
                            : ends.toLocalDate().toString();
                case CAPACITY -> capacity == null ? "" : capacity.toString();
                case PER_PERSON -> String.valueOf(one.perPerson());
                case WAITS -> one.waits() ? "是" : "否";
                default -> "";
            };
        }

        private String ofActivity(SheetColumn column, Described told) {
            return switch (column) {
                case TITLE -> told.title();
                case KIND -> vocabulary.kindName(told.kind());
                case AUDIENCES ->
                    told.audiences().stream()
                            .map(code -> audiences.getOrDefault(code, code))
                            .collect(Collectors.joining("、"));
                case REGION -> told.region().value();
                case PLACE -> told.place().address();
                case ORGANISERS ->
                    told.organisers().stream()
                            .flatMap(id -> Stream.ofNullable(known.get(id)))
                            .map(Body::name)
                            .collect(Collectors.joining("、"));
                case MEASURES -> told.measures().stream().map(this::measure).collect(Collectors.joining("、"));
                case CAMPAIGN -> vocabulary.campaignName(told.campaign());
                case PLACE_KIND ->
                    told.place().kind().isEmpty()
                            ? ""
                            : places.getOrDefault(
                                    told.place().kind(), told.place().kind());
                case SUMMARY -> told.summary();
                case WAY -> told.place().way();
                case ACCESS -> told.access();
                case SAFETY -> told.safety();
                case TELEPHONE -> told.telephone();
                case LATITUDE -> degrees(told.place().latitude());
                case LONGITUDE -> degrees(told.place().longitude());
                default -> "";
            };
        }

        private static String degrees(@Nullable Double value) {
            return value == null ? "" : value.toString();
        }

        private String measure(MeasureId id) {
            return measures.computeIfAbsent(
                    id,
                    asked -> plans.of(asked).stream()
                            .flatMap(plan -> plans.structure(plan.id()).measures())
                            .filter(measure -> measure.id().equals(asked))
                            .map(measure -> measure.title())
                            .findFirst()
                            .orElse(""));
        }
    }
}
