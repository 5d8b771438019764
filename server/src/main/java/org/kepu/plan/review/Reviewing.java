package org.kepu.plan.review;

import java.util.function.UnaryOperator;
import org.kepu.page.NotFound;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.shared.Actor;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people correct what was read from a document, two at a time without losing either's work. */
@Service
class Reviewing {

    private final Drafts drafts;

    Reviewing(Drafts drafts) {
        this.drafts = drafts;
    }

    /** What came of a correction. */
    sealed interface Correction {
        record Saved(Draft draft) implements Correction {}

        /** Someone saved another version in the meantime; nothing was written. */
        record Overtaken(Draft now) implements Correction {}

        /** The plan is in force; its review is closed. */
        record Closed(PlanId plan) implements Correction {}
    }

    @Transactional(readOnly = true)
    Draft draft(PlanId id) {
        return drafts.find(id).orElseThrow(NotFound::new);
    }

    /** Applies a change to the version that the editor saw. */
    @Transactional
    Correction correct(PlanId id, int seen, UnaryOperator<ParsedPlan> change, Actor by) {
        return save(id, seen, draft -> draft.with(change.apply(draft.structure())), by);
    }

    @Transactional
    Correction assignTo(PlanId id, int seen, RegionCode region, UnaryOperator<ParsedPlan> head, Actor by) {
        return save(id, seen, draft -> draft.with(head.apply(draft.structure())).in(region), by);
    }

    /** Throws away a draft uploaded by mistake, unless someone has worked on it since. */
    @Transactional
    boolean discard(PlanId id, int seen) {
        return draft(id).version() == seen && drafts.discard(id);
    }

    private Correction save(PlanId id, int seen, UnaryOperator<Draft> change, Actor by) {
        var draft = draft(id);
        if (draft.confirmed()) {
            return new Correction.Closed(id);
        }
        if (draft.version() != seen || !drafts.save(change.apply(draft), by)) {
            return new Correction.Overtaken(draft(id));
        }
        return new Correction.Saved(draft(id));
    }
}
