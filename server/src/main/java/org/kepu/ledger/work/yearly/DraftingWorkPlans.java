package org.kepu.ledger.work.yearly;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.page.NotFound;
import org.kepu.plan.Plan;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft of a yearly work plan from the ledger, and lets several people edit it without losing a word. */
@Service
class DraftingWorkPlans {

    private final Plans plans;
    private final Bodies bodies;
    private final Regions regions;
    private final YearOfTasks year;
    private final WorkPlans workPlans;
    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    DraftingWorkPlans(
            Plans plans,
            Bodies bodies,
            Regions regions,
            YearOfTasks year,
            WorkPlans workPlans,
            JdbcClient database,
            Trail trail,
            Clock clock) {
        this.plans = plans;
        this.bodies = bodies;
        this.regions = regions;
        this.year = year;
        this.workPlans = workPlans;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Begins a draft of the office's plan, or of a body's, from what the ledger asks now. Where there is one already, that
     * one is meant.
     *
     * @param scope of {@link Right#RUN_LEDGER} for the office's, of {@link Right#DO_TASKS} for a body's
     */
    @Transactional
    Writing begin(Scope scope, PlanId id, int of, @Nullable BodyId body) {
        scope.demands(body == null ? Right.RUN_LEDGER : Right.DO_TASKS);
        var plan = plans.find(id).filter(found -> reaches(scope, found, body)).orElseThrow(NotFound::new);
        var sections = year.sections(plan, of, body);
        if (sections.isEmpty()) {
            return new Writing.NothingAsked();
        }
        var draft = UUID.randomUUID();
        var issuer = issuer(plan, body);
        var title = issuer + of + "年全民科学素质工作计划";
        var begun = database.sql("""
                insert into ledger.work_plan (id, plan_id, year, region_code, body_id, issuer, title, state, begun_at)
                values (:id, :plan, :year, :region, :body::uuid, :issuer, :title, 'DRAFT', :now) on conflict do nothing
                """)
                .param("id", draft)
                .param("plan", id.value())
                .param("year", of)
                .param("region", plan.region().value())
                .param("body", body == null ? null : body.value())
                .param("issuer", issuer)
                .param("title", title.substring(0, Math.min(title.length(), WorkPlan.LONGEST_TITLE)))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (begun == 0) {
            return new Writing.Draft(there(id, of, body), false);
        }
        for (var section : sections) {
            database.sql("""
                    insert into ledger.work_plan_section (work_plan_id, position, heading, text)
                    values (:plan, :position, :heading, :text)
                    """)
                    .param("plan", draft)
                    .param("position", section.position())
                    .param(
                            "heading",
                            section.heading()
                                    .substring(0, Math.min(section.heading().length(), Section.LONGEST_HEADING)))
                    .param(
                            "text",
                            section.text().substring(0, Math.min(section.text().length(), Section.LONGEST_TEXT)))
                    .update();
        }
        trail.record(
                scope.actor(),
                Act.of("work.act.plan-begun", "work-plan", draft, title).in(plan.region()));
        return new Writing.Draft(draft, true);
    }

    /** Saves a section, unless somebody else did since it was shown: then both versions stand side by side. */
    @Transactional
    Writing edit(Scope scope, UUID id, int position, SectionForm form) {
        var plan = workPlans.toWrite(scope, id).orElseThrow(NotFound::new);
        if (!isDraft(id)) {
            return new Writing.Closed();
        }
        var before = workPlans.sections(id).stream()
                .filter(section -> section.position() == position)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (before.heading().equals(form.heading()) && before.text().equals(form.text())) {
            return new Writing.Saved();
        }
        var saved = database.sql("""
                update ledger.work_plan_section
                   set heading = :heading, text = :text, version = version + 1, changed_at = :now, changed_by = :by
                 where work_plan_id = :plan and position = :position and version = :version
                """)
                .param("plan", id)
                .param("position", position)
                .param("heading", form.heading())
                .param("text", form.text())
                .param("version", form.version())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .update();
        if (saved == 0) {
            return new Writing.Overtaken();
        }
        trail.record(
                scope.actor(),
                Act.of("work.act.plan-edited", "work-plan", id, plan.title())
                        .in(plan.region())
                        .changed("work.plan.heading", null, form.heading()));
        return new Writing.Saved();
    }

    /** Throws a draft away; says no if it is one no more. */
    @Transactional
    boolean discard(Scope scope, UUID id) {
        var plan = workPlans.toWrite(scope, id).orElseThrow(NotFound::new);
        if (!heldAsDraft(id)) {
            return false;
        }
        database.sql("delete from ledger.work_plan_section where work_plan_id = :id")
                .param("id", id)
                .update();
        database.sql("delete from ledger.work_plan where id = :id and state = 'DRAFT'")
                .param("id", id)
                .update();
        trail.record(
                scope.actor(),
                Act.of("work.act.plan-discarded", "work-plan", id, plan.title()).in(plan.region()));
        return true;
    }

    /** Looks while nobody can issue it: whoever does waits, and whoever waited sees that it was. */
    private boolean isDraft(UUID id) {
        return database.sql("select state from ledger.work_plan where id = :id for share")
                .param("id", id)
                .query(String.class)
                .optional()
                .filter("DRAFT"::equals)
                .isPresent();
    }

    /** The same for whoever throws it away: two who do would wait for each other. */
    private boolean heldAsDraft(UUID id) {
        return database.sql("select state from ledger.work_plan where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .filter("DRAFT"::equals)
                .isPresent();
    }

    private UUID there(PlanId plan, int of, @Nullable BodyId body) {
        return database.sql("""
                select id from ledger.work_plan
                 where plan_id = :plan and year = :year and body_id is not distinct from :body::uuid and state = 'DRAFT'
                """)
                .param("plan", plan.value())
                .param("year", of)
                .param("body", body == null ? null : body.value())
                .query(UUID.class)
                .single();
    }

    private boolean reaches(Scope scope, Plan plan, @Nullable BodyId body) {
        return body != null && scope.bodies().contains(body)
                || scope.plans().contains(plan.id())
                || regions.reaches(scope, plan.region());
    }

    private String issuer(Plan plan, @Nullable BodyId body) {
        return body == null
                ? regions.get(plan.region()).name() + "全民科学素质工作领导小组办公室"
                : bodies.find(body).orElseThrow(NotFound::new).name();
    }
}
