package org.kepu.ledger.work.yearly;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.NotFound;
import org.kepu.plan.Plans;
import org.kepu.shared.Desk;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** A work plan with all that its page shows. */
@Service
@Transactional(readOnly = true)
class ReadingWorkPlans {

    private final WorkPlans workPlans;
    private final Plans plans;
    private final IssuingWorkPlans issuing;
    private final CanonicalContent canonical;
    private final Clock clock;

    ReadingWorkPlans(
            WorkPlans workPlans, Plans plans, IssuingWorkPlans issuing, CanonicalContent canonical, Clock clock) {
        this.workPlans = workPlans;
        this.plans = plans;
        this.issuing = issuing;
        this.canonical = canonical;
        this.clock = clock;
    }

    /** What came back from a form of the page. */
    record Returned(
            @Nullable SectionForm section,
            int at,
            boolean overtaken,
            @Nullable IssueForm issue,
            @Nullable Errors errors) {

        static final Returned NOTHING = new Returned(null, -1, false, null, null);
    }

    /** @throws NotFound if there is no such work plan within reach */
    WorkPlanView read(Scope scope, Desk desk, UUID id, Returned returned) {
        var workPlan = workPlans.find(scope, id).orElseThrow(NotFound::new);
        var sections = workPlans.sections(id);
        var kept = workPlans.issued(id);
        var supersedes = workPlan.supersedes();
        var issue = returned.issue();
        return new WorkPlanView(
                workPlan,
                plans.find(workPlan.plan()).orElseThrow(NotFound::new),
                sections,
                kept.map(canonical::read).orElseGet(() -> draft(workPlan)),
                kept.map(text -> canonical.checksum(text).equals(workPlan.checksum()))
                        .orElse(true),
                supersedes == null ? null : workPlans.find(scope, supersedes).orElse(null),
                workPlan.isDraft()
                        && workPlans
                                .toWrite(desk.scope(workPlan.writtenWith()), id)
                                .isPresent(),
                returned.section(),
                returned.at(),
                returned.overtaken(),
                issue == null
                        ? new IssueForm(seen(sections), workPlan.title(), workPlan.issuer(), "", LocalDate.now(clock))
                        : issue.having(seen(sections)),
                returned.errors());
    }

    /** What a work plan says: what was issued, or the draft as it stands. */
    Content content(Scope scope, UUID id) {
        var workPlan = workPlans.find(scope, id).orElseThrow(NotFound::new);
        return workPlans.issued(id).map(canonical::read).orElseGet(() -> draft(workPlan));
    }

    private Content draft(WorkPlan workPlan) {
        return issuing.content(workPlan, workPlan.title(), workPlan.issuer(), "", "");
    }

    private static long seen(List<Section> sections) {
        return sections.stream().mapToLong(Section::version).sum();
    }
}
