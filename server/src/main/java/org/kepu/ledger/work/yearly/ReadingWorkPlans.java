package org.kepu.ledger.work.yearly;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.PersonNames;
import org.kepu.page.Faster;
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
    private final PersonNames names;
    private final Clock clock;

    ReadingWorkPlans(
            WorkPlans workPlans,
            Plans plans,
            IssuingWorkPlans issuing,
            CanonicalContent canonical,
            PersonNames names,
            Clock clock) {
        this.workPlans = workPlans;
        this.plans = plans;
        this.issuing = issuing;
        this.canonical = canonical;
        this.names = names;
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
                returned.overtaken() ? faster(id, returned.at()).orElse(null) : null,
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

    /** Who changed a section last; empty where nobody has since it was begun. */
    private Optional<Faster> faster(UUID id, int section) {
        return workPlans
                .lastHand(id, section)
                .map(last -> new Faster(names.of(last.by()), last.at().toInstant()));
    }

    private static long seen(List<Section> sections) {
        return sections.stream().mapToLong(Section::version).sum();
    }
}
