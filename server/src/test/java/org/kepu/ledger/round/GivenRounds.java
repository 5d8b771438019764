package org.kepu.ledger.round;

import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

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
import org.kepu.page.SiteAddress;
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

/** Rounds on a clean ground, at a time that passes when the test says so. */
final class GivenRounds {

    static final RegionCode BANNER = new RegionCode("152524");
    static final RegionCode LEAGUE = new RegionCode("152500");
    static final RegionCode TOP = GivenPlans.TOP;
    static final RegionCode NEIGHBOUR = new RegionCode("150203");
    static final String PLAN = planOf("办好讲座。（牵头单位：旗科协；责任单位：旗教育局、旗气象局）", "办好展览。（牵头单位：旗教育局；责任单位：旗科协）", "办好竞赛。（牵头单位：旗科协）");
    static final LocalDate DUE = LocalDate.of(2026, 10, 20);

    /** The first of October, eleven in the morning in Asia/Shanghai. */
    static final Instant BEGIN = Instant.parse("2026-10-01T03:00:00Z");

    final ApplicationContext context;
    final GivenPlans plans;
    final Watch watch = new Watch(BEGIN);
    final OpeningRounds opening;
    final AskingPlans asking;
    final ReadingSheets reading;
    final Rounds rounds;
    final FillingSheets filling;
    final JudgingSheets judging;
    final GivingOpinions giving;
    final Summaries summaries;
    final Reminding reminding;
    final RoundTodos todos;
    private final TransactionTemplate transaction;

    GivenRounds(ApplicationContext context) {
        this.context = context;
        this.plans = GivenPlans.onCleanGround(context);
        var database = bean(JdbcClient.class);
        transaction = bean(TransactionTemplate.class);
        opening = new OpeningRounds(bean(Plans.class), bean(Regions.class), database, bean(Trail.class), watch);
        asking = asking();
        reading = new ReadingSheets(database, bean(Bodies.class));
        rounds = new Rounds(database);
        var acts = new SheetActs(database, bean(Trail.class), bean(PersonNames.class), watch);
        filling = new FillingSheets(
                reading, rounds, acts, bean(MeasureFacts.class), bean(OfficeCalendar.class), database, watch);
        judging = new JudgingSheets(reading, rounds, acts, bean(OfficeCalendar.class), database, watch);
        giving = new GivingOpinions(rounds, reading, acts, database, watch);
        summaries = new Summaries(database, bean(Regions.class), watch);
        reminding = new Reminding(
                rounds,
                GivenTelling.by(context, watch),
                bean(OfficeCalendar.class),
                bean(SiteAddress.class),
                bean(MessageSource.class),
                database,
                watch);
        todos = new RoundTodos(database, watch);
    }

    /** As a program does that has just been started. */
    AskingPlans asking() {
        return new AskingPlans(bean(Plans.class), bean(JdbcClient.class), transaction, watch);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T within(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(begun -> act.get()));
    }

    JdbcClient database() {
        return plans.database();
    }

    PlanId plan() {
        return plans.inForce(plans.uploaded(PLAN), 2026);
    }

    List<String> strings(String sql) {
        return plans.strings(sql);
    }

    static Terms quarter() {
        return quarter(3);
    }

    static Terms quarter(int number) {
        var from = LocalDate.of(2026, number * 3 - 2, 1);
        return new Terms(
                "第" + number + "季度调度",
                Period.QUARTER,
                from,
                Period.QUARTER.lastOf(from),
                DUE,
                3,
                3,
                List.of(3, 1),
                List.of(1, 3));
    }

    Opened open(RegionCode office, Terms terms, PlanId... asked) {
        return within(
                () -> opening.open(may(GivenPlans.CLERK, Right.RUN_LEDGER, office), office, terms, Set.of(asked)));
    }

    /** Opened, and all its plans asked. */
    RoundId opened(RegionCode office, Terms terms, PlanId... asked) {
        var id = switch (open(office, terms, asked)) {
            case Opened.Begun begun -> begun.id();
            case Opened.Already already -> already.id();
            case Opened.NothingToAsk nothing -> throw new AssertionError(nothing);
        };
        asking.run();
        return id;
    }

    BodyId body(String name) {
        return new BodyId(database()
                .sql("select id from body.body where name = :name order by region desc limit 1")
                .param("name", name)
                .query(UUID.class)
                .single());
    }

    /** What a clerk of one body may do of this. */
    static Scope of(BodyId body, Right right) {
        return new Scope(GivenPlans.OTHER, right, may(right).day(), Set.of(), Set.of(body), Set.of());
    }

    SheetId sheet(String written) {
        return new SheetId(database()
                .sql(
                        "select sheet.id from ledger.sheet join ledger.asking on asking.id = asking_id where written = :written order by covers_to desc limit 1")
                .param("written", written)
                .query(UUID.class)
                .single());
    }

    Sheet read(RoundId round, String written) {
        return reading.find(may(Right.READ_LEDGER), round, sheet(written)).orElseThrow();
    }

    /** The whole sheet written over with one answer. */
    static List<Entry> all(Sheet sheet, Answer answer, String text) {
        return sheet.lines().stream()
                .map(line -> new Entry(line.id(), line.mark(), answer, text))
                .toList();
    }

    Filling submit(RoundId round, String written, Answer answer, String text) {
        var sheet = read(round, written);
        return within(
                () -> filling.submit(of(sheet.body(), Right.DO_TASKS), round, sheet.id(), all(sheet, answer, text)));
    }

    JudgingSheets.Judged accept(RoundId round, String written, RegionCode office) {
        var sheet = read(round, written);
        return within(() ->
                judging.accept(may(GivenPlans.CLERK, Right.RUN_LEDGER, office), round, sheet.id(), sheet.version()));
    }

    /** Sends the first line back. */
    JudgingSheets.Judged sendBack(RoundId round, String written, String reason) {
        var sheet = read(round, written);
        return within(() -> judging.sendBack(
                may(GivenPlans.CLERK, Right.RUN_LEDGER, BANNER),
                round,
                sheet.id(),
                sheet.version(),
                java.util.Map.of(sheet.lines().getFirst().id(), reason)));
    }

    /** So many more bodies in the banner, each with one task of the plan. */
    List<String> moreBodies(PlanId plan, int count) {
        database().sql("""
                        with fresh as (
                            insert into body.body (region, name, kind)
                            select '152524', '第' || n || '单位', 'DEPARTMENT' from generate_series(1, :count) n returning id, name)
                        insert into ledger.task (id, plan_id, measure_id, region_code, year, role, position, written, body_id, state, version, created_at)
                        select gen_random_uuid(), plan_id, measure_id, region_code, year, 'PARTICIPANT', 50, fresh.name, fresh.id, 'ASSIGNED', 1, now()
                        from fresh, (select * from ledger.task where plan_id = :plan order by id limit 1) one
                        """).param("count", count).param("plan", plan.value()).update();
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(n -> "第" + n + "单位")
                .toList();
    }
}
