package org.kepu.ledger.evaluation;

import static org.kepu.plan.review.GivenPlans.CLERK;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.kepu.audit.PersonNames;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.indicator.figure.MeasureFacts;
import org.kepu.indicator.figure.ServingFacts;
import org.kepu.indicator.target.TargetCards;
import org.kepu.indicator.target.TargetStandings;
import org.kepu.indicator.target.Targets;
import org.kepu.plan.Plans;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Watch;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Evaluations of a banner's plan on a clean ground, at a time that passes when the test says so. */
public final class GivenEvaluations {

    public static final RegionCode BANNER = new RegionCode("152524");
    public static final RegionCode NEIGHBOUR = new RegionCode("150203");
    static final String PLAN = planOf("办好讲座。每年举办讲座不少于20场。（牵头单位：旗科协；责任单位：旗教育局、旗气象局）", "办好展览。（牵头单位：旗教育局；责任单位：旗科协）");

    /** A Monday, eleven in the morning in Asia/Shanghai. */
    static final Instant BEGIN = Instant.parse("2026-11-02T03:00:00Z");

    final ApplicationContext context;
    public final GivenPlans plans;
    final Watch watch = new Watch(BEGIN);
    final Evaluations evaluations;
    final ReadingEvaluated reading;
    final PreparingEvaluations preparing;
    final EditingIndices editing;
    final IndexImport importing;
    final Marking marking;
    final MovingOn moving;
    final Notices notices;
    final EvaluationTodos todos;
    private final TransactionTemplate transaction;

    public GivenEvaluations(ApplicationContext context) {
        this.context = context;
        this.plans = GivenPlans.onCleanGround(context);
        this.transaction = bean(TransactionTemplate.class);
        var database = bean(JdbcClient.class);
        var calendar = bean(OfficeCalendar.class);
        var events = new EvaluationEvents(database, bean(Trail.class), bean(PersonNames.class), watch);
        evaluations = new Evaluations(database);
        reading = new ReadingEvaluated(database);
        preparing = new PreparingEvaluations(
                evaluations,
                new Candidates(bean(Plans.class), bean(Bodies.class), bean(Regions.class), database),
                events,
                bean(Plans.class),
                bean(Regions.class),
                calendar,
                database,
                watch);
        editing = new EditingIndices(evaluations, events, database);
        importing = new IndexImport(evaluations, editing, events, database, bean(MessageSource.class));
        marking = new Marking(evaluations, reading, picking(watch), events, database);
        notices = new Notices(
                evaluations, reading, bean(Plans.class), bean(Regions.class), bean(Frozen.class), database, watch);
        moving = new MovingOn(evaluations, reading, notices, events, calendar, database, watch);
        todos = new EvaluationTodos(database, watch);
    }

    PickingEvidence picking(Clock clock) {
        return new PickingEvidence(
                bean(MeasureFacts.class),
                bean(ServingFacts.class),
                bean(Targets.class),
                bean(TargetCards.class),
                bean(TargetStandings.class),
                bean(Plans.class),
                bean(Regions.class),
                bean(JdbcClient.class),
                clock);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T within(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(begun -> act.get()));
    }

    public JdbcClient database() {
        return plans.database();
    }

    public PlanId plan() {
        return plans.inForce(plans.uploaded(PLAN), 2026);
    }

    static Scope office() {
        return may(CLERK, Right.RUN_LEDGER, BANNER);
    }

    static EvaluationForm form(PlanId plan) {
        return form(plan, EvaluationKind.MIDTERM, 0);
    }

    static EvaluationForm form(PlanId plan, EvaluationKind kind, int expertShare) {
        return new EvaluationForm(
                plan.value(),
                kind,
                "二〇二六年中期自查",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 10, 31),
                10,
                5,
                10,
                expertShare);
    }

    EvaluationId prepared(PlanId plan, int expertShare) {
        return ((Prepared.Done)
                        within(() -> preparing.create(office(), form(plan, EvaluationKind.MIDTERM, expertShare))))
                .id();
    }

    /** 组织领导 30, 重点任务 70 with 讲座 40 and 展览 30 below it. */
    void indices(EvaluationId id) {
        indices(id, office());
    }

    void indices(EvaluationId id, Scope office) {
        add(office, id, "1", "组织领导", "30");
        add(office, id, "2", "重点任务", "70");
        add(office, id, "2.1", "讲座", "40");
        add(office, id, "2.2", "展览", "30");
    }

    EditingIndices.Edited add(EvaluationId id, String number, String title, String weight) {
        return add(office(), id, number, title, weight);
    }

    private EditingIndices.Edited add(Scope office, EvaluationId id, String number, String title, String weight) {
        return within(() -> editing.add(office, id, new IndexForm(number, title, weight, "", 0)));
    }

    Prepared start(EvaluationId id) {
        return within(() -> preparing.start(office(), id, evaluations.get(id).tree()));
    }

    /** Prepared with indices, and started. */
    public EvaluationId started(PlanId plan) {
        return started(plan, 0);
    }

    EvaluationId started(PlanId plan, int expertShare) {
        var id = prepared(plan, expertShare);
        indices(id);
        if (start(id) instanceof Prepared.Done) {
            return id;
        }
        throw new AssertionError("the evaluation did not start");
    }

    public BodyId body(String name) {
        return new BodyId(database()
                .sql("select id from body.body where name = :name and region = :region")
                .param("name", name)
                .param("region", BANNER.value())
                .query(UUID.class)
                .single());
    }

    /** What a clerk of one body may do of this. */
    Scope of(String body, Right right) {
        return new Scope(GivenPlans.OTHER, right, may(right).day(), Set.of(), Set.of(body(body)), Set.of());
    }

    Evaluated evaluated(EvaluationId id, String body) {
        return reading.of(may(Right.READ_LEDGER), id).stream()
                .filter(one -> one.written().equals(body))
                .findFirst()
                .orElseThrow();
    }

    Index index(EvaluationId id, String number) {
        return evaluations.tree(id).find(number).orElseThrow();
    }

    Marked mark(EvaluationId id, String body, String number, Hand hand, String points, int version) {
        return mark(id, body, number, new MarkForm(hand, points, false, "", version, List.of()), List.of());
    }

    Marked mark(EvaluationId id, String body, String number, MarkForm form, List<Evidence> choices) {
        var scope = form.hand() == Hand.SELF ? of(body, Right.DO_TASKS) : office();
        var evaluated = evaluated(id, body).id();
        var index = index(id, number).id();
        return within(() -> marking.mark(scope, id, evaluated, index, form, choices));
    }

    /** Marks all leaves anew with one hand. */
    void markAll(EvaluationId id, String body, Hand hand, String... points) {
        var leaves = evaluations.tree(id).leaves();
        for (int i = 0; i < points.length; i++) {
            mark(id, body, leaves.get(i).number(), hand, points[i], 0);
        }
    }

    Moved take(EvaluationId id, String body, EvaluatedAct act, String words) {
        var evaluated = evaluated(id, body);
        var scope = act.right == Right.DO_TASKS ? of(body, Right.DO_TASKS) : office();
        return within(() -> moving.take(scope, id, evaluated.id(), act, evaluated.version(), words));
    }

    /** The body scored itself, the office scored it, and it was told. */
    void notified(EvaluationId id, String body) {
        markAll(id, body, Hand.SELF, "28", "38", "29");
        take(id, body, EvaluatedAct.SUBMIT, "");
        markAll(id, body, Hand.OFFICE, "25", "36.5", "27");
        take(id, body, EvaluatedAct.NOTIFY, "");
    }

    List<String> strings(String sql) {
        return plans.strings(sql);
    }
}
