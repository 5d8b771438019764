package org.kepu.ledger.round;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanSummary;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a round: writes down what is asked of which plans. The plans are then asked one after the other by {@link AskingPlans}. An office
 * that opens a round for the same days again is led to the one that there is.
 */
@Service
class OpeningRounds {

    private final Plans plans;
    private final Regions regions;
    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    OpeningRounds(Plans plans, Regions regions, JdbcClient database, Trail trail, Clock clock) {
        this.plans = plans;
        this.regions = regions;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** The plans that an office may ask in a year: those in force of its division and of all below, in the order of the divisions. */
    List<Plan> choices(Scope scope, RegionCode region, int year) {
        scope.demands(Right.RUN_LEDGER);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        var all = plans.all().stream()
                .map(PlanSummary::plan)
                .filter(plan -> plan.state() == Plan.State.IN_FORCE && plan.covers(year))
                .toList();
        var below = below(region, all.stream().map(Plan::region).collect(toSet()));
        return all.stream()
                .filter(plan -> below.contains(plan.region()))
                .sorted(java.util.Comparator.comparing(plan -> plan.region().value()))
                .toList();
    }

    private Set<RegionCode> below(RegionCode region, Set<RegionCode> codes) {
        return database
                .sql(
                        "select code from unnest(:codes) as wanted (code) where code in (select region.reach(array[:region]::text[], :day))")
                .param("codes", codes.stream().map(RegionCode::value).toArray(String[]::new))
                .param("region", region.value())
                .param("day", Today.by(clock))
                .query(String.class)
                .list()
                .stream()
                .map(RegionCode::new)
                .collect(toSet());
    }

    /** @throws NotFound if the division is not within reach */
    @Transactional
    public Opened open(Scope scope, RegionCode region, Terms terms, Set<PlanId> chosen) {
        scope.demands(Right.RUN_LEDGER);
        var asked = choices(scope, region, terms.to().getYear()).stream()
                .filter(plan -> chosen.contains(plan.id()))
                .toList();
        if (asked.isEmpty()) {
            return new Opened.NothingToAsk();
        }
        var id = new RoundId(UUID.randomUUID());
        if (write(id, region, terms) == 0) {
            return new Opened.Already(there(region, terms));
        }
        database.sql("""
                        insert into ledger.round_plan (round_id, plan_id, region_code, title)
                        select :round, plan, region, title from unnest(:plans, :regions, :titles) as asked (plan, region, title)
                        """)
                .param("round", id.value())
                .param("plans", asked.stream().map(plan -> plan.id().value()).toArray(UUID[]::new))
                .param(
                        "regions",
                        asked.stream().map(plan -> plan.region().value()).toArray(String[]::new))
                .param("titles", asked.stream().map(Plan::title).toArray(String[]::new))
                .update();
        trail.record(
                scope.actor(),
                Act.of("round.act.opened", "round", id, terms.name())
                        .in(region)
                        .changed("round.due", null, terms.dueOn())
                        .changed("round.plans", null, asked.size()));
        return new Opened.Begun(id);
    }

    private int write(RoundId id, RegionCode region, Terms terms) {
        return database.sql("""
                        insert into ledger.round (id, region_code, name, period, covers_from, covers_to, due_on, opinion_days,
                                                  mend_days, remind_before, remind_after, created_at)
                        values (:id, :region, :name, :period, :from, :to, :due, :opinion, :mend, :before, :after, :now)
                        on conflict on constraint round_opened_once do nothing
                        """)
                .param("id", id.value())
                .param("region", region.value())
                .param("name", terms.name())
                .param("period", terms.period().name())
                .param("from", terms.from())
                .param("to", terms.to())
                .param("due", terms.dueOn())
                .param("opinion", terms.opinionDays())
                .param("mend", terms.mendDays())
                .param("before", terms.remindBefore().toArray(Integer[]::new))
                .param("after", terms.remindAfter().toArray(Integer[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private RoundId there(RegionCode region, Terms terms) {
        return new RoundId(database.sql("""
                        select id from ledger.round
                        where region_code = :region and period = :period and covers_from = :from and covers_to = :to
                          and topic = case when period = 'ONCE' then :name else '' end
                        """)
                .param("region", region.value())
                .param("period", terms.period().name())
                .param("from", terms.from())
                .param("to", terms.to())
                .param("name", terms.name())
                .query(UUID.class)
                .single());
    }
}
