package org.kepu.plan.review;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.BodyNames;
import org.kepu.page.NotFound;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people correct what was read from a document, two at a time without losing either's work. */
@Service
class Reviewing {

    private final Drafts drafts;
    private final BodyNames names;
    private final Regions regions;
    private final Trail trail;

    Reviewing(Drafts drafts, BodyNames names, Regions regions, Trail trail) {
        this.drafts = drafts;
        this.names = names;
        this.regions = regions;
        this.trail = trail;
    }

    /** What came of a correction. */
    sealed interface Correction {
        record Saved(Draft draft) implements Correction {}

        /** Someone saved another version in the meantime; nothing was written. */
        record Overtaken(Draft now) implements Correction {}

        /** The plan is in force; its review is closed. */
        record Closed(PlanId plan) implements Correction {}

        /** The region chosen is not there, or not within reach; nothing was written. */
        record OutOfReach(Draft now) implements Correction {}
    }

    /** @throws NotFound if there is no such draft within reach */
    @Transactional(readOnly = true)
    Draft draft(Scope scope, PlanId id) {
        scope.demands(Right.REVIEW_PLANS);
        return drafts.find(scope, id).orElseThrow(NotFound::new);
    }

    /** Applies a change to the version that the editor saw. */
    @Transactional
    Correction correct(Scope scope, PlanId id, int seen, UnaryOperator<ParsedPlan> change) {
        scope.demands(Right.REVIEW_PLANS);
        return save(scope, draft(scope, id), seen, draft -> draft.with(change.apply(draft.structure())));
    }

    /** The same for the head, with the region the plan is for. */
    @Transactional
    Correction assignTo(Scope scope, PlanId id, int seen, RegionCode region, UnaryOperator<ParsedPlan> head) {
        scope.demands(Right.REVIEW_PLANS);
        var draft = draft(scope, id);
        return region.equals(draft.region()) || regions.reaches(scope, region)
                ? save(
                        scope,
                        draft,
                        seen,
                        found -> found.with(head.apply(found.structure())).in(region))
                : new Correction.OutOfReach(draft);
    }

    /** Throws away a draft uploaded by mistake, unless someone has worked on it since. */
    @Transactional
    boolean discard(Scope scope, PlanId id, int seen) {
        scope.demands(Right.REVIEW_PLANS);
        var draft = draft(scope, id);
        if (draft.version() != seen || !drafts.discard(draft)) {
            return false;
        }
        names.forget(id.value());
        trail.record(scope.actor(), act("plan.act.discarded", draft));
        return true;
    }

    private Correction save(Scope scope, Draft draft, int seen, UnaryOperator<Draft> change) {
        if (draft.confirmed()) {
            return new Correction.Closed(draft.id());
        }
        if (draft.version() != seen) {
            return new Correction.Overtaken(draft);
        }
        var changed = change.apply(draft);
        if (!drafts.save(changed, scope.actor())) {
            return new Correction.Overtaken(draft(scope, draft.id()));
        }
        tell(scope, draft, changed);
        return new Correction.Saved(draft(scope, draft.id()));
    }

    private void tell(Scope scope, Draft before, Draft after) {
        if (!Objects.equals(before.region(), after.region())) {
            trail.record(
                    scope.actor(),
                    act("plan.act.assigned", after).changed("plan.field.region", before.region(), after.region()));
        }
        var corrected = PlanInWords.told(act("plan.act.corrected", after), before.structure(), after.structure());
        if (!corrected.changes().isEmpty()) {
            trail.record(scope.actor(), corrected);
        }
    }

    static Act act(String key, Draft draft) {
        var act = Act.of(key, "plan", draft.id(), draft.structure().title());
        var region = draft.region();
        return region == null ? act : act.in(region);
    }
}
