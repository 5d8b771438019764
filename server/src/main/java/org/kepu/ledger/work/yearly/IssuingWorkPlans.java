package org.kepu.ledger.work.yearly;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.plan.Plans;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues yearly work plans: what was issued is frozen with a number and a checksum, and takes the place of the one before. */
@Service
class IssuingWorkPlans {

    private final Plans plans;
    private final WorkPlans workPlans;
    private final YearOfTasks year;
    private final CanonicalContent canonical;
    private final JdbcClient database;
    private final Trail trail;

    IssuingWorkPlans(
            Plans plans,
            WorkPlans workPlans,
            YearOfTasks year,
            CanonicalContent canonical,
            JdbcClient database,
            Trail trail) {
        this.plans = plans;
        this.workPlans = workPlans;
        this.year = year;
        this.canonical = canonical;
        this.database = database;
        this.trail = trail;
    }

    /** Issues a draft as the issuer saw it. */
    @Transactional
    Issue issue(Scope scope, UUID id, IssueForm form) {
        var plan = workPlans.toWrite(scope, id).orElseThrow(NotFound::new);
        if (!heldAsDraft(plan)) {
            return new Issue.Already();
        }
        if (workPlans.sections(id).stream().mapToLong(Section::version).sum() != form.seen()) {
            return new Issue.Changed();
        }
        if (taken(plan, form.number())) {
            return new Issue.NumberTaken();
        }
        var day = requireNonNull(form.day());
        var text = canonical.of(content(plan, form.title(), form.issuer(), form.number(), day.toString()));
        var checksum = canonical.checksum(text);
        supersedeTheOneBefore(plan);
        database.sql("""
                update ledger.work_plan
                   set state = 'ISSUED', title = :title, issuer = :issuer, number = :number, issued_on = :day,
                       content = :content::jsonb, checksum = :checksum
                 where id = :id and state = 'DRAFT'
                """)
                .param("id", id)
                .param("title", form.title())
                .param("issuer", form.issuer())
                .param("number", form.number())
                .param("day", day)
                .param("content", text)
                .param("checksum", checksum)
                .update();
        trail.record(
                scope.actor(),
                Act.of("work.act.plan-issued", "work-plan", id, form.title())
                        .in(plan.region())
                        .changed("work.plan.number", null, form.number())
                        .changed("work.plan.checksum", null, checksum));
        return new Issue.Issued(checksum);
    }

    /** What a draft says now; empty parts of it are left out. */
    Content content(WorkPlan plan, String title, String issuer, String number, String day) {
        return new Content(
                title,
                issuer,
                number,
                day,
                workPlans.sections(plan.id()).stream()
                        .filter(section -> !section.text().isBlank())
                        .map(section -> new Content.Chapter(section.heading(), section.text()))
                        .toList(),
                year.rows(plans.find(plan.plan()).orElseThrow(NotFound::new), plan.year(), plan.body()));
    }

    /**
     * Nobody edits it from here on: whoever does waits until it is issued. So does whoever issues another draft of the same issuer,
     * who could take the same number.
     */
    private boolean heldAsDraft(WorkPlan plan) {
        return database.sql("""
                        select id from ledger.work_plan
                         where region_code = :region and body_id is not distinct from :body::uuid and state = 'DRAFT'
                         order by id for update
                        """)
                .param("region", plan.region().value())
                .param("body", plan.body() == null ? null : plan.body().value())
                .query(UUID.class)
                .list()
                .contains(plan.id());
    }

    private boolean taken(WorkPlan plan, String number) {
        return database.sql("""
                select exists (select from ledger.work_plan
                                where region_code = :region and body_id is not distinct from :body::uuid and number = :number)
                """)
                .param("region", plan.region().value())
                .param("body", plan.body() == null ? null : plan.body().value())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    private void supersedeTheOneBefore(WorkPlan plan) {
        database.sql("""
                update ledger.work_plan set state = 'SUPERSEDED'
                 where plan_id = :plan and year = :year and body_id is not distinct from :body::uuid and state = 'ISSUED'
                returning id
                """)
                .param("plan", plan.plan().value())
                .param("year", plan.year())
                .param("body", plan.body() == null ? null : plan.body().value())
                .query(UUID.class)
                .optional()
                .ifPresent(before -> database.sql("update ledger.work_plan set supersedes = :before where id = :id")
                        .param("before", before)
                        .param("id", plan.id())
                        .update());
    }
}
