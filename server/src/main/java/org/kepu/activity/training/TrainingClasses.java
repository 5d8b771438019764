package org.kepu.activity.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityId;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Rows;
import org.kepu.activity.SessionLocks;
import org.kepu.activity.Vocabulary;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trainings with a list of trainees (培训班). Such a class is closed as a whole; its sessions are not closed out one by one. */
@Service
public class TrainingClasses {

    /** The kind of fact as which a class counts. */
    static final String FACT = "TRAINING";

    private final JdbcClient database;
    private final OwnActivities activities;
    private final SessionLocks locks;
    private final Vocabulary vocabulary;
    private final Trail trail;

    TrainingClasses(
            JdbcClient database, OwnActivities activities, SessionLocks locks, Vocabulary vocabulary, Trail trail) {
        this.database = database;
        this.activities = activities;
        this.locks = locks;
        this.vocabulary = vocabulary;
        this.trail = trail;
    }

    /** What became of setting the rules of a class. */
    public enum Setting {
        DONE,
        /** Only trainings have trainees. */
        NOT_A_TRAINING,
        /** A session was closed out by numbers: its people would count twice. */
        COUNTED_BY_NUMBERS,
        CHANGED_MEANWHILE
    }

    /** The class of an activity within reach; nothing if it has none. */
    public Optional<TrainingClass> find(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return found(scope, id, "");
    }

    /** An activity within reach that can have a class. */
    public Optional<Activity> training(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return activities.find(scope, id).filter(this::isTraining);
    }

    private boolean isTraining(Activity activity) {
        return vocabulary
                .kind(activity.described().kind())
                .filter(kind -> kind.fact().equals(FACT))
                .isPresent();
    }

    /**
     * Opens a class, or changes its rules.
     *
     * @param version of what was read; 0 if there was no class
     * @throws NotFound if the activity is not within reach
     */
    @Transactional
    public Setting set(Scope scope, ActivityId id, int version, String mode, PassRule rule) {
        scope.demands(Right.RUN_ACTIVITIES);
        var activity = activities.find(scope, id).orElseThrow(NotFound::new);
        if (!isTraining(activity)) {
            return Setting.NOT_A_TRAINING;
        }
        if (isCountedByNumbers(id)) {
            return Setting.COUNTED_BY_NUMBERS;
        }
        int set = database.sql(version == 0 ? """
                        insert into activity.training_class (activity, mode, least_share, least_mark, version)
                        values (:id, :mode, :share, :mark::int, 1 + :version) on conflict do nothing
                        """ : """
                        update activity.training_class set mode = :mode, least_share = :share, least_mark = :mark::int,
                                                           version = version + 1
                        where activity = :id and version = :version
                        """)
                .param("id", id.value())
                .param("mode", mode)
                .param("share", rule.share())
                .param("mark", rule.mark())
                .param("version", version)
                .update();
        if (set == 0) {
            return Setting.CHANGED_MEANWHILE;
        }
        trail.record(
                scope.actor(),
                Act.of("training.act.set", "activity", id, activity.title())
                        .in(activity.described().region())
                        .changed("training.mode", null, mode)
                        .changed("training.share", null, rule.share())
                        .changed("training.mark", null, rule.mark()));
        return Setting.DONE;
    }

    /** Looks with the sessions locked, so that none is closed out at this very moment. */
    private boolean isCountedByNumbers(ActivityId id) {
        locks.of(id);
        return database.sql("""
                        select exists (select from activity.closing join activity.session on session.id = closing.session
                                       where activity = :id)
                        """).param("id", id.value()).query(Boolean.class).single();
    }

    /** The class, locked until the transaction ends. */
    TrainingClass locked(Scope scope, ActivityId id) {
        return found(scope, id, " for update of c").orElseThrow(NotFound::new);
    }

    /** Something of the class has changed. */
    void touch(TrainingClass of) {
        database.sql("update activity.training_class set version = version + 1 where activity = :id")
                .param("id", of.activity().value())
                .update();
    }

    private Optional<TrainingClass> found(Scope scope, ActivityId id, String lock) {
        return database.sql("""
                        select c.* from activity.training_class c join activity.activity a on a.id = c.activity
                        where c.activity = :id and
                        """ + Rows.IN_REACH + lock)
                .param("id", id.value())
                .params(scope.parameters())
                .query(TrainingClasses::read)
                .optional();
    }

    private static TrainingClass read(ResultSet row, int number) throws SQLException {
        return new TrainingClass(
                new ActivityId(row.getObject("activity", UUID.class)),
                row.getString("mode"),
                new PassRule(row.getInt("least_share"), row.getObject("least_mark", Integer.class)),
                row.getInt("version"));
    }
}
