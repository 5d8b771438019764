package org.kepu.plan.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kepu.audit.Trail;
import org.kepu.body.BodyNames;
import org.kepu.body.Resolution;
import org.kepu.page.NotFound;
import org.kepu.plan.PlanTookForce;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a reviewed plan in force and opens its ledger for the chosen years. */
@Service
class ConfirmingPlans {

    private final Drafts drafts;
    private final BodyNames names;
    private final PlanRegister register;
    private final LinkingPlans linking;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    ConfirmingPlans(
            Drafts drafts,
            BodyNames names,
            PlanRegister register,
            LinkingPlans linking,
            Trail trail,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.names = names;
        this.register = register;
        this.linking = linking;
        this.trail = trail;
        this.events = events;
    }

    /** @throws NotFound if there is no such draft within reach */
    @Transactional
    Confirmation confirm(Scope scope, PlanId id, int seen, List<Integer> years) {
        scope.demands(Right.REVIEW_PLANS);
        var draft = drafts.find(scope, id).orElseThrow(NotFound::new);
        if (draft.version() != seen) {
            return new Confirmation.Overtaken();
        }
        var lacks = lacks(draft, years);
        if (!lacks.isEmpty()) {
            return new Confirmation.NotReady(lacks);
        }
        if (!drafts.close(draft)) {
            return new Confirmation.Overtaken();
        }
        register.enter(draft, meanings(scope, draft), scope.actor());
        linking.link(id);
        trail.record(scope.actor(), Reviewing.act("plan.act.confirmed", draft));
        events.publishEvent(new PlanTookForce(id, List.copyOf(years), scope.actor()));
        return new Confirmation.InForce(id);
    }

    /** What each written name stands for; names nobody has decided on are absent or open. */
    Map<String, Resolution> meanings(Scope scope, Draft draft) {
        scope.demands(Right.REVIEW_PLANS);
        return draft.region() == null
                ? Map.of()
                : names.resolve(draft.region(), draft.id().value(), written(draft.structure()));
    }

    static List<String> written(ParsedPlan plan) {
        return plan.programmes().stream()
                .flatMap(p -> p.measures().stream())
                .flatMap(m -> Stream.concat(m.leads().stream(), m.participants().stream()))
                .distinct()
                .toList();
    }

    static List<Confirmation.Lack> lacks(Draft draft, List<Integer> years) {
        var plan = draft.structure();
        var lacks = new ArrayList<Confirmation.Lack>();
        if (draft.region() == null) {
            lacks.add(Confirmation.Lack.NO_REGION);
        }
        if (plan.title().isBlank()) {
            lacks.add(Confirmation.Lack.NO_TITLE);
        }
        if (plan.programmes().stream().allMatch(p -> p.measures().isEmpty())) {
            lacks.add(Confirmation.Lack.NO_MEASURES);
        }
        if (years.isEmpty()) {
            lacks.add(Confirmation.Lack.NO_YEAR);
        }
        var from = plan.periodFrom();
        var to = plan.periodTo();
        if (from == null || to == null || to < from) {
            lacks.add(Confirmation.Lack.NO_PERIOD);
        } else if (years.stream().anyMatch(year -> year < from || to < year)) {
            lacks.add(Confirmation.Lack.YEAR_OUTSIDE_PERIOD);
        }
        return lacks;
    }
}
