package org.kepu.plan.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.body.BodyNames;
import org.kepu.body.Resolution;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what a person says the names of a draft mean. */
@Service
class NamingBodies {

    /** The choice "enter it as a new body". */
    static final String NEW = "new";

    private final Bodies bodies;
    private final BodyNames names;
    private final Trail trail;

    NamingBodies(Bodies bodies, BodyNames names, Trail trail) {
        this.bodies = bodies;
        this.names = names;
        this.trail = trail;
    }

    /**
     * @param written names as the plan has them
     * @param meanings for each of them a body's id, {@link #NEW}, or empty for "not decided"
     */
    @Transactional
    void decide(Scope scope, Draft draft, List<String> written, List<String> meanings) {
        scope.demands(Right.REVIEW_PLANS);
        var region = draft.region();
        if (region == null) {
            return;
        }
        var known = ConfirmingPlans.written(draft.structure());
        var before = names.resolve(region, draft.id().value(), known);
        for (int i = 0; i < Math.min(written.size(), meanings.size()); i++) {
            if (known.contains(written.get(i))) {
                decide(scope, draft, region, written.get(i), meanings.get(i));
            }
        }
        tell(scope, draft, before);
    }

    private void decide(Scope scope, Draft draft, RegionCode region, String name, String meaning) {
        var document = draft.id().value();
        if (meaning.isEmpty()) {
            names.forget(document, name);
        } else if (meaning.equals(NEW)) {
            names.enter(scope, region, document, name);
        } else {
            known(meaning).ifPresent(body -> names.remember(document, name, body.id()));
        }
    }

    private Optional<Body> known(String id) {
        try {
            return bodies.find(BodyId.of(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Says yes to the first proposal for each name that has one of the same remit. */
    @Transactional
    void acceptProposals(Scope scope, Draft draft) {
        scope.demands(Right.REVIEW_PLANS);
        var before = meanings(draft);
        before.forEach((name, meaning) -> {
            if (meaning instanceof Resolution.Proposed proposed
                    && !proposed.isMerged(proposed.bodies().getFirst())) {
                names.remember(
                        draft.id().value(), name, proposed.bodies().getFirst().id());
            }
        });
        tell(scope, draft, before);
    }

    /** Enters each name that fits no known body as a body of the plan's region. */
    @Transactional
    void registerUnknown(Scope scope, Draft draft) {
        scope.demands(Right.REVIEW_PLANS);
        var region = draft.region();
        if (region == null) {
            return;
        }
        var before = meanings(draft);
        before.forEach((name, meaning) -> {
            if (meaning instanceof Resolution.Unknown) {
                names.enter(scope, region, draft.id().value(), name);
            }
        });
        tell(scope, draft, before);
    }

    /** What each written name stands for; names nobody has decided on are absent or open. */
    private Map<String, Resolution> meanings(Draft draft) {
        return draft.region() == null
                ? Map.of()
                : names.resolve(draft.region(), draft.id().value(), ConfirmingPlans.written(draft.structure()));
    }

    private void tell(Scope scope, Draft draft, Map<String, Resolution> before) {
        var act = Reviewing.act("plan.act.named", draft);
        for (var now : meanings(draft).entrySet()) {
            act = act.changed(now.getKey(), decided(before.get(now.getKey())), decided(now.getValue()));
        }
        if (!act.changes().isEmpty()) {
            trail.record(scope.actor(), act);
        }
    }

    private static @Nullable String decided(@Nullable Resolution meaning) {
        return meaning instanceof Resolution.Decided(var body) ? body.name() : null;
    }
}
