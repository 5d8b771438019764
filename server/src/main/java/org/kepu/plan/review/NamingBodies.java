package org.kepu.plan.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.body.BodyKind;
import org.kepu.body.BodyNames;
import org.kepu.body.Resolution;
import org.kepu.shared.BodyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what a person says the names of a draft mean. */
@Service
class NamingBodies {

    /** The choice "enter it as a new body". */
    static final String NEW = "new";

    private final Bodies bodies;
    private final BodyNames names;

    NamingBodies(Bodies bodies, BodyNames names) {
        this.bodies = bodies;
        this.names = names;
    }

    /**
     * @param written names as the plan has them
     * @param meanings for each of them a body's id, {@link #NEW}, or empty for "not decided"
     */
    @Transactional
    void decide(Draft draft, List<String> written, List<String> meanings) {
        var region = draft.region();
        if (region == null) {
            return;
        }
        var known = ConfirmingPlans.written(draft.structure());
        var document = draft.id().value();
        for (int i = 0; i < Math.min(written.size(), meanings.size()); i++) {
            var name = written.get(i);
            var meaning = meanings.get(i);
            if (!known.contains(name)) {
                continue;
            }
            if (meaning.isEmpty()) {
                names.forget(document, name);
            } else if (meaning.equals(NEW)) {
                names.remember(
                        document,
                        name,
                        bodies.register(region, name, BodyKind.guess(name)).id());
            } else {
                known(meaning).ifPresent(body -> names.remember(document, name, body.id()));
            }
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
    void acceptProposals(Draft draft, Map<String, Resolution> meanings) {
        meanings.forEach((name, meaning) -> {
            if (meaning instanceof Resolution.Proposed proposed
                    && !proposed.isMerged(proposed.bodies().getFirst())) {
                names.remember(
                        draft.id().value(), name, proposed.bodies().getFirst().id());
            }
        });
    }

    /** Enters each name that fits no known body as a body of the plan's region. */
    @Transactional
    void registerUnknown(Draft draft, Map<String, Resolution> meanings) {
        var region = draft.region();
        if (region == null) {
            return;
        }
        meanings.forEach((name, meaning) -> {
            if (meaning instanceof Resolution.Unknown) {
                var body = bodies.register(region, name, BodyKind.guess(name));
                names.remember(draft.id().value(), name, body.id());
            }
        });
    }
}
