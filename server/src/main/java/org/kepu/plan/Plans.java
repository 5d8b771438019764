package org.kepu.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.kepu.body.BodyGroup;
import org.kepu.plan.PlanStructure.Assignment;
import org.kepu.plan.PlanStructure.Measure;
import org.kepu.plan.PlanStructure.OrganisationPoint;
import org.kepu.plan.PlanStructure.Phase;
import org.kepu.plan.PlanStructure.Programme;
import org.kepu.plan.PlanStructure.Remark;
import org.kepu.plan.PlanStructure.Role;
import org.kepu.plan.PlanStructure.Target;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Measure.AssignedBy;
import org.kepu.plandoc.Programme.Kind;
import org.kepu.plandoc.SourceText;
import org.kepu.plandoc.Span;
import org.kepu.plandoc.Target.Operator;
import org.kepu.plandoc.Target.Window;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans in force, for everyone to read: an issued plan is a public document. */
@Service
@Transactional(readOnly = true)
@PublicKnowledge("an issued plan is a public document")
public class Plans {

    private final JdbcClient database;
    private final DocumentJson json;

    Plans(JdbcClient database, DocumentJson json) {
        this.database = database;
        this.json = json;
    }

    /** All plans, the upper levels first, the newest period first. */
    public List<PlanSummary> all() {
        return database.sql("""
                select plan.*,
                       (select count(*) from plan.programme where plan_id = plan.id and kind = 'ACTION')  as actions,
                       (select count(*) from plan.programme where plan_id = plan.id and kind = 'PROJECT') as projects,
                       (select count(*) from plan.measure where plan_id = plan.id)                        as measures,
                       (select count(*) from plan.target where plan_id = plan.id)                         as targets
                  from plan.plan
                 order by period_from desc, region_code, title
                """)
                .query((row, i) -> new PlanSummary(
                        plan(row),
                        row.getInt("actions"),
                        row.getInt("projects"),
                        row.getInt("measures"),
                        row.getInt("targets")))
                .list();
    }

    /** Plans of the same division that began earlier, the latest first. */
    public List<Plan> earlierThan(Plan plan) {
        return database.sql("""
                select * from plan.plan where region_code = :region and period_from < :from
                 order by period_from desc, title
                """)
                .param("region", plan.region().value())
                .param("from", plan.periodFrom())
                .query((row, i) -> plan(row))
                .list();
    }

    /** Plans of divisions above and below whose periods overlap with this one's, the newest period first. */
    public List<Plan> aboveAndBelow(Plan plan, Collection<RegionCode> above, LocalDate day) {
        return database.sql("""
                select * from plan.plan
                 where region_code <> :region and period_from <= :to and period_to >= :from
                   and (region_code = any (:above) or region_code in (select region.reach(array[:region]::text[], :day)))
                 order by period_from desc, region_code, title
                """)
                .param("region", plan.region().value())
                .param("above", above.stream().map(RegionCode::value).toArray(String[]::new))
                .param("from", plan.periodFrom())
                .param("to", plan.periodTo())
                .param("day", day)
                .query((row, i) -> plan(row))
                .list();
    }

    public Optional<Plan> find(PlanId id) {
        return database.sql("select * from plan.plan where id = :id")
                .param("id", id.value())
                .query((row, i) -> plan(row))
                .optional();
    }

    /** The plan that a measure belongs to. */
    public Optional<Plan> of(MeasureId measure) {
        return database.sql("""
                select plan.* from plan.plan join plan.measure on measure.plan_id = plan.id
                 where measure.id = :measure
                """)
                .param("measure", measure.value())
                .query((row, i) -> plan(row))
                .optional();
    }

    /** Those of the measures that there are. */
    public Set<MeasureId> known(Collection<MeasureId> measures) {
        return measures.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql("select id from plan.measure where id = any(:ids)")
                        .param("ids", measures.stream().map(MeasureId::value).toArray(UUID[]::new))
                        .query((row, number) -> new MeasureId(row.getObject("id", UUID.class)))
                        .list());
    }

    /** The document the plan was read from, as text. */
    public SourceText source(PlanId id) {
        return database.sql("select source from plan.draft where id = :id")
                .param("id", id.value())
                .query((row, i) -> json.source(row.getString("source")))
                .single();
    }

    public PlanStructure structure(PlanId id) {
        var measures = measures(id).stream().collect(groupingBy(Measure::programme));
        var programmes = database.sql("select * from plan.programme where plan_id = :plan order by kind, ordinal")
                .param("plan", id.value())
                .query((row, i) -> {
                    var programme = row.getObject("id", UUID.class);
                    return new Programme(
                            programme,
                            Kind.valueOf(row.getString("kind")),
                            row.getInt("ordinal"),
                            row.getString("title"),
                            measures.getOrDefault(programme, List.of()));
                })
                .list();
        var goals = targets(id).getOrDefault(Optional.<UUID>empty(), List.of());
        return new PlanStructure(goals, programmes, phases(id), organisation(id), remarks(id));
    }

    private List<Measure> measures(PlanId id) {
        var assignments = assignments(id);
        var targets = targets(id);
        return database.sql("select * from plan.measure where plan_id = :plan order by programme_id, ordinal")
                .param("plan", id.value())
                .query((row, i) -> {
                    var measure = row.getObject("id", UUID.class);
                    return new Measure(
                            new MeasureId(measure),
                            row.getObject("programme_id", UUID.class),
                            row.getInt("ordinal"),
                            row.getString("title"),
                            row.getString("text"),
                            AssignedBy.valueOf(row.getString("assigned_by")),
                            assignments.getOrDefault(measure, List.of()),
                            targets.getOrDefault(Optional.of(measure), List.of()),
                            spans(row));
                })
                .list();
    }

    private Map<UUID, List<Assignment>> assignments(PlanId id) {
        record Entry(UUID measure, Assignment assignment) {}
        return database
                .sql("""
                select assignment.* from plan.assignment join plan.measure on measure.id = measure_id
                 where plan_id = :plan order by measure_id, role, position
                """)
                .param("plan", id.value())
                .query((row, i) -> new Entry(row.getObject("measure_id", UUID.class), assignment(row)))
                .list()
                .stream()
                .collect(groupingBy(Entry::measure, mapping(Entry::assignment, toList())));
    }

    private Map<Optional<UUID>, List<Target>> targets(PlanId id) {
        record Entry(Optional<UUID> measure, Target target) {}
        return database
                .sql("select * from plan.target where plan_id = :plan order by measure_id, position")
                .param("plan", id.value())
                .query((row, i) -> new Entry(Optional.ofNullable(row.getObject("measure_id", UUID.class)), target(row)))
                .list()
                .stream()
                .collect(groupingBy(Entry::measure, mapping(Entry::target, toList())));
    }

    private List<Phase> phases(PlanId id) {
        return database.sql("select * from plan.phase where plan_id = :plan order by position")
                .param("plan", id.value())
                .query((row, i) -> new Phase(row.getString("title"), row.getInt("year_from"), row.getInt("year_to")))
                .list();
    }

    private List<OrganisationPoint> organisation(PlanId id) {
        return database.sql("select title, text from plan.organisation_point where plan_id = :plan order by position")
                .param("plan", id.value())
                .query(OrganisationPoint.class)
                .list();
    }

    private List<Remark> remarks(PlanId id) {
        return database.sql("select * from plan.finding where plan_id = :plan order by position")
                .param("plan", id.value())
                .query((row, i) -> new Remark(
                        Finding.Code.valueOf(row.getString("code")), row.getString("message"), row.getString("quote")))
                .list();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                new PlanId(row.getObject("id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                row.getString("title"),
                row.getString("document_number"),
                row.getString("issuer"),
                row.getObject("signed_on", LocalDate.class),
                row.getInt("period_from"),
                row.getInt("period_to"),
                List.of((String[]) row.getArray("basis").getArray()),
                Plan.State.valueOf(row.getString("state")));
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        var body = row.getObject("body_id", UUID.class);
        var group = row.getString("body_group");
        return new Assignment(
                Role.valueOf(row.getString("role")),
                row.getString("written"),
                body == null ? null : new BodyId(body),
                group == null ? null : BodyGroup.valueOf(group));
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getObject("id", UUID.class),
                row.getString("quote"),
                Operator.valueOf(row.getString("operator")),
                row.getBigDecimal("value"),
                row.getString("unit"),
                Window.valueOf(row.getString("time_window")));
    }

    private static List<Span> spans(ResultSet row) throws SQLException {
        var from = (Integer[]) row.getArray("at_from").getArray();
        var to = (Integer[]) row.getArray("at_to").getArray();
        return IntStream.range(0, from.length)
                .mapToObj(i -> new Span(from[i], to[i]))
                .toList();
    }
}
