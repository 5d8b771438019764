package org.kepu.activity.training;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.kepu.activity.ActivityId;
import org.kepu.activity.OwnActivities;
import org.kepu.page.NotFound;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;

/** Classes with the names of what they speak of. */
@Component
class ClassViews {

    private final OwnActivities activities;
    private final TrainingClasses classes;
    private final Trainees trainees;
    private final Attendance attendance;
    private final ClosingClasses closing;
    private final ClassCertificates certificates;
    private final TrainingTerms terms;
    private final Clock clock;

    ClassViews(
            OwnActivities activities,
            TrainingClasses classes,
            Trainees trainees,
            Attendance attendance,
            ClosingClasses closing,
            ClassCertificates certificates,
            TrainingTerms terms,
            Clock clock) {
        this.activities = activities;
        this.classes = classes;
        this.trainees = trainees;
        this.attendance = attendance;
        this.closing = closing;
        this.certificates = certificates;
        this.terms = terms;
        this.clock = clock;
    }

    /** A class within reach; nothing if the activity has none. */
    Optional<ClassView> find(Scope scope, ActivityId id) {
        return classes.find(scope, id).map(training -> of(scope, training));
    }

    /** @throws NotFound if there is no such class within reach */
    ClassView get(Scope scope, ActivityId id) {
        return find(scope, id).orElseThrow(NotFound::new);
    }

    /** @throws NotFound if there is no such trainee of a class within reach */
    ClassView.Row trainee(Scope scope, ActivityId id, UUID trainee) {
        return get(scope, id).trainees().stream()
                .filter(row -> row.trainee().id().equals(trainee))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ClassView of(Scope scope, TrainingClass training) {
        var id = training.activity();
        var activity = activities.find(scope, id).orElseThrow(NotFound::new);
        var sessions = activities.sessionsOf(scope, id);
        var now = clock.instant();
        var came = attendance.counts(scope, id);
        var held = certificates.of(scope, id);
        int minutes = ClosingClasses.minutes(closing.held(scope, id));
        return new ClassView(
                activity,
                training,
                terms.modeName(training.mode()),
                sessions.stream()
                        .map(session ->
                                new ClassView.Once(session, came.getOrDefault(session.id(), 0), session.hasBegun(now)))
                        .toList(),
                trainees.of(scope, id).stream()
                        .map(trainee -> new ClassView.Row(
                                trainee,
                                terms.categoryName(trainee.category()),
                                training.rule().isMet(trainee.attended(), minutes, trainee.mark()),
                                held.get(trainee.source())))
                        .toList(),
                minutes,
                closing.find(scope, id).orElse(null),
                closing.isCurrent(scope, activity),
                sessions.stream().allMatch(session -> session.cancelled() || session.isOver(now)));
    }
}
