package org.kepu.plan.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.page.Faster;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the office does with a consultation: opens it, answers each opinion, closes it, publishes what came of it. */
@Service
class Consulting {

    private static final int LONGEST_REQUEST = 1000;
    private static final int LONGEST_REASON = 1000;

    private final Consultations consultations;
    private final Versions versions;
    private final Bodies bodies;
    private final Regions regions;
    private final Trail trail;

    Consulting(Consultations consultations, Versions versions, Bodies bodies, Regions regions, Trail trail) {
        this.consultations = consultations;
        this.versions = versions;
        this.bodies = bodies;
        this.regions = regions;
        this.trail = trail;
    }

    /** How a consultation is to be held. */
    record Terms(String request, LocalDate closesOn, boolean openToPublic, List<BodyId> bodies) {
        Terms {
            bodies = List.copyOf(bodies);
        }
    }

    /** What is wrong with the terms; all of it is told at once. */
    enum Fault {
        NO_REGION,
        IN_FORCE,
        ALREADY_OPEN,
        NOBODY_ASKED,
        ENDS_BEFORE_TODAY,
        /** Until its last day it cannot be closed. */
        ENDS_TOO_LATE,
        REQUEST_TOO_LONG;

        String messageKey() {
            return "life.consultation.fault." + name();
        }
    }

    sealed interface Opening {
        record Opened(ConsultationId id) implements Opening {}

        record Refused(List<Fault> faults) implements Opening {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    sealed interface Closing {
        record Closed() implements Closing {}

        /** Its period is promised until the end of that day. */
        record NotOver(LocalDate closesOn) implements Closing {}

        record Unanswered(int opinions) implements Closing {}

        /** It was closed already. */
        record Overtaken() implements Closing {}
    }

    enum Answering {
        ANSWERED,
        REASON_MISSING,
        REASON_TOO_LONG,
        /** Somebody else has answered since, or the summary is published. */
        OVERTAKEN
    }

    /** @throws NotFound if there is no such draft within reach */
    @Transactional
    Opening open(Scope scope, PlanId draft, Terms terms) {
        scope.demands(Right.REVIEW_PLANS);
        var version = versions.get(scope, draft);
        var faults = faults(scope, version, terms);
        if (!faults.isEmpty()) {
            return new Opening.Refused(faults);
        }
        var region = versions.region(scope, draft).orElseThrow();
        var consultation = new Consultation(
                new ConsultationId(UUID.randomUUID()),
                draft,
                region,
                version.title(),
                terms.request(),
                consultations.today(),
                terms.closesOn(),
                terms.openToPublic(),
                Consultation.State.OPEN,
                List.of());
        if (!consultations.open(consultation, scope.actor().account())) {
            return new Opening.Refused(List.of(Fault.ALREADY_OPEN));
        }
        bodies.all(terms.bodies())
                .values()
                .forEach(body ->
                        consultations.invite(consultation.id(), body.id().value(), body.name()));
        versions.mark(scope, draft, Stage.FOR_COMMENT);
        trail.record(
                scope.actor(),
                act("life.act.consultation-opened", consultation)
                        .changed("life.consultation.closes", null, terms.closesOn())
                        .changed(
                                "life.consultation.bodies", null, terms.bodies().size()));
        return new Opening.Opened(consultation.id());
    }

    private List<Fault> faults(Scope scope, Version version, Terms terms) {
        var faults = new ArrayList<Fault>();
        if (version.inForce()) {
            faults.add(Fault.IN_FORCE);
        }
        if (versions.region(scope, version.id()).isEmpty()) {
            faults.add(Fault.NO_REGION);
        }
        if (terms.bodies().isEmpty() && !terms.openToPublic()) {
            faults.add(Fault.NOBODY_ASKED);
        }
        if (terms.closesOn().isBefore(consultations.today())) {
            faults.add(Fault.ENDS_BEFORE_TODAY);
        }
        if (terms.closesOn().isAfter(consultations.today().plusYears(1))) {
            faults.add(Fault.ENDS_TOO_LATE);
        }
        if (terms.request().length() > LONGEST_REQUEST) {
            faults.add(Fault.REQUEST_TOO_LONG);
        }
        return faults;
    }

    /** @throws NotFound if there is no such consultation within reach */
    Consultation get(Scope scope, ConsultationId id) {
        scope.demands(Right.REVIEW_PLANS);
        return consultations
                .find(id)
                .filter(found -> scope.plans().contains(found.draft()) || regions.reaches(scope, found.region()))
                .orElseThrow(NotFound::new);
    }

    /** Those within reach whose period is over and that still stand open, by date. */
    List<Consultation> toClose(Scope scope) {
        scope.demands(Right.REVIEW_PLANS);
        return consultations.over(scope);
    }

    List<Consultation> on(Scope scope, PlanId draft) {
        versions.get(scope, draft);
        return consultations.on(draft);
    }

    /** What was said, and what is answered to it. */
    Summary summary(Scope scope, ConsultationId id) {
        var consultation = get(scope, id);
        return Summary.of(consultation, consultations.invited(id), consultations.opinions(id));
    }

    /** @throws NotFound if there is no such opinion within reach */
    @Transactional
    Answering answer(
            Scope scope, ConsultationId id, OpinionId opinion, Opinion.Outcome outcome, String reason, int seen) {
        var consultation = get(scope, id);
        if (consultations.opinions(id).stream().noneMatch(one -> one.id().equals(opinion))) {
            throw new NotFound();
        }
        if (outcome.needsReason() && reason.isBlank()) {
            return Answering.REASON_MISSING;
        }
        if (reason.replace("\r\n", "\n").length() > LONGEST_REASON) {
            return Answering.REASON_TOO_LONG;
        }
        if (!consultations.answer(
                id, opinion, outcome, reason.strip(), seen, scope.actor().account())) {
            return Answering.OVERTAKEN;
        }
        trail.record(
                scope.actor(), act("life.act.opinion-answered", consultation).changed("life.outcome", null, outcome));
        return Answering.ANSWERED;
    }

    /** Who answered an opinion last, for whom it is told that came second. */
    Optional<Faster> answerer(Scope scope, ConsultationId id, OpinionId opinion) {
        get(scope, id);
        return consultations.answerer(opinion);
    }

    @Transactional
    Closing close(Scope scope, ConsultationId id) {
        var consultation = get(scope, id);
        if (!consultation.isOver(consultations.today())) {
            return new Closing.NotOver(consultation.closesOn());
        }
        var unanswered = (int) consultations.opinions(id).stream()
                .filter(opinion -> opinion.outcome() == null)
                .count();
        if (unanswered > 0) {
            return new Closing.Unanswered(unanswered);
        }
        return step(scope, consultation, Consultation.Step.CLOSE) ? new Closing.Closed() : new Closing.Overtaken();
    }

    /** Puts the summary on the portal; false where it is there already, or the consultation is not closed. */
    @Transactional
    boolean publish(Scope scope, ConsultationId id) {
        return step(scope, get(scope, id), Consultation.Step.PUBLISH);
    }

    private boolean step(Scope scope, Consultation consultation, Consultation.Step step) {
        var taken = consultations.step(consultation.id(), step, scope.actor().account());
        if (taken) {
            trail.record(scope.actor(), act(step.act, consultation));
        }
        return taken;
    }

    private static Act act(String key, Consultation consultation) {
        return Act.of(key, "consultation", consultation.id(), consultation.title())
                .in(consultation.region());
    }
}
