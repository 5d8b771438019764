package org.kepu.activity.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.OwnActivities;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.certificate.Award;
import org.kepu.certificate.Certificate;
import org.kepu.certificate.Certificates;
import org.kepu.page.NotFound;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The certificates of a class: issued to all who have passed once the class is closed, printed with the name in full,
 * revoked with a reason.
 */
@Service
public class ClassCertificates {

    private final TrainingClasses classes;
    private final Trainees trainees;
    private final ClosingClasses closing;
    private final OwnActivities activities;
    private final Bodies bodies;
    private final Certificates certificates;
    private final Trail trail;

    ClassCertificates(
            TrainingClasses classes,
            Trainees trainees,
            ClosingClasses closing,
            OwnActivities activities,
            Bodies bodies,
            Certificates certificates,
            Trail trail) {
        this.classes = classes;
        this.trainees = trainees;
        this.closing = closing;
        this.activities = activities;
        this.bodies = bodies;
        this.certificates = certificates;
        this.trail = trail;
    }

    /** What became of issuing. */
    public sealed interface Issued {

        /** @param count how many are new; who had one keeps it */
        record Done(int count) implements Issued {}

        record NotClosed() implements Issued {}

        /** What counts has changed since it was closed: it is to be closed again first. */
        record ChangedSince() implements Issued {}

        /** No body holds the activity, so in nobody's name. */
        record NoIssuer() implements Issued {}
    }

    /** The last certificate of each trainee, by {@link Trainee#source()}. */
    @Transactional(readOnly = true)
    public Map<String, Certificate> of(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return certificates.of(
                trainees.of(scope, id).stream().map(Trainee::source).toList());
    }

    /** Issues one to each who has passed and holds none. */
    @Transactional
    public Issued issue(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        var of = classes.locked(scope, id);
        var activity = activities.find(scope, id).orElseThrow(NotFound::new);
        var issuer = bodies.all(activity.described().organisers()).values().stream()
                .map(Body::name)
                .findFirst();
        if (closing.find(scope, id).isEmpty()) {
            return new Issued.NotClosed();
        }
        if (!closing.isCurrent(scope, activity)) {
            return new Issued.ChangedSince();
        }
        if (issuer.isEmpty()) {
            return new Issued.NoIssuer();
        }
        var sessions = closing.held(scope, id);
        int all = ClosingClasses.minutes(sessions);
        int count = 0;
        for (var one : trainees.inFull(scope, id)) {
            var trainee = one.trainee();
            var phone = one.phone();
            if (phone != null && of.rule().isMet(trainee.attended(), all, trainee.mark())) {
                var award = new Award(
                        Certificate.Kind.TRAINING,
                        trainee.source(),
                        activity.title(),
                        trainee.attended(),
                        sessions.getFirst().day(),
                        sessions.getLast().day(),
                        issuer.get(),
                        activity.described().region(),
                        one.name(),
                        phone.digits());
                count += certificates.issue(scope.actor(), award) ? 1 : 0;
            }
        }
        if (count > 0) {
            trail.record(
                    scope.actor(),
                    Act.of("training.act.certified", "activity", id, activity.title())
                            .in(activity.described().region())
                            .changed("training.certificates", null, count));
        }
        return new Issued.Done(count);
    }

    /** From now on it does not hold; says no if none did. */
    @Transactional
    public boolean revoke(Scope scope, ActivityId id, UUID trainee, Reason why) {
        scope.demands(Right.RUN_ACTIVITIES);
        classes.locked(scope, id);
        var of = trainees.find(scope, id, trainee).orElseThrow(NotFound::new);
        return certificates.revoke(scope.actor(), of.source(), why);
    }

    /**
     * Those that hold, to be printed; who printed them stands on the trail.
     *
     * @param only whose is printed; null: everybody's
     */
    @Transactional
    public List<Certificate> print(Scope scope, ActivityId id, @Nullable UUID only) {
        scope.demands(Right.RUN_ACTIVITIES);
        var activity = activities.find(scope, id).orElseThrow(NotFound::new);
        var asked = trainees.of(scope, id).stream()
                .filter(trainee -> only == null || trainee.id().equals(only))
                .map(Trainee::source)
                .toList();
        var held = certificates.of(asked);
        var printed = asked.stream()
                .flatMap(source -> Optional.ofNullable(held.get(source)).stream())
                .filter(certificate ->
                        certificate.holds() && !certificate.holder().isEmpty())
                .toList();
        if (!printed.isEmpty()) {
            trail.record(
                    scope.actor(),
                    Act.of("training.act.printed", "activity", id, activity.title())
                            .in(activity.described().region())
                            .changed("training.certificates", null, printed.size()));
        }
        return printed;
    }
}
