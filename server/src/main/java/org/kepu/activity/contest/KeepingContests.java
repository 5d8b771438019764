package org.kepu.activity.contest;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityId;
import org.kepu.activity.OwnActivities;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what a contest is, and what the review of its ethics decided. */
@Service
class KeepingContests {

    private static final String FIRST = """
            insert into activity.contest (activity, series, level, white_list, entry_from, entry_to, version)
            values (:id, :series, :level, :list, :from, :to, :version + 1)
            on conflict do nothing
            """;

    private static final String AGAIN = """
            update activity.contest
            set series = :series, level = :level, white_list = :list, entry_from = :from, entry_to = :to, version = version + 1
            where activity = :id and version = :version
            """;

    private final JdbcClient database;
    private final OwnActivities activities;
    private final Trail trail;
    private final Clock clock;

    KeepingContests(JdbcClient database, OwnActivities activities, Trail trail, Clock clock) {
        this.database = database;
        this.activities = activities;
        this.trail = trail;
        this.clock = clock;
    }

    /** Tells it, or tells it otherwise; says no if somebody else did meanwhile. */
    @Transactional
    boolean tell(Scope scope, ActivityId id, ContestForm form) {
        scope.demands(Right.RUN_ACTIVITIES);
        var activity = contest(scope, id);
        var statement = form.basedOn() == 0 ? FIRST : AGAIN;
        int told = database.sql(statement)
                .param("id", id.value())
                .param("series", form.series())
                .param("level", Objects.requireNonNull(form.level()).name())
                .param("list", form.whiteList())
                .param("from", form.from())
                .param("to", form.to())
                .param("version", form.basedOn())
                .update();
        if (told == 1) {
            trail.record(
                    scope.actor(),
                    act("contest.act.told", activity).changed("contest.white-list", null, form.whiteList()));
        }
        return told == 1;
    }

    /** What came of telling a review. */
    enum Told {
        DONE,
        /** Somebody else told this round. */
        OVERTAKEN,
        /** What the contest is has to be told before. */
        NO_CONTEST
    }

    /** Tells what the next review decided. */
    @Transactional
    Told review(Scope scope, ActivityId id, ReviewForm form) {
        scope.demands(Right.RUN_ACTIVITIES);
        var activity = contest(scope, id);
        var locked = database.sql("select activity from activity.contest where activity = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        if (locked.isEmpty()) {
            return Told.NO_CONTEST;
        }
        int last = database.sql("select coalesce(max(round), 0) from activity.ethics_review where activity = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        if (!Objects.equals(form.round(), last + 1)) {
            return Told.OVERTAKEN;
        }
        database.sql("""
                        insert into activity.ethics_review (activity, round, passed, reviewers, reason, reviewed_on, told_at, told_by)
                        values (:id, :round, :passed, :reviewers, :reason, :on, :now, :by)
                        """)
                .param("id", id.value())
                .param("round", form.round())
                .param("passed", form.passed())
                .param("reviewers", form.reviewers())
                .param("reason", form.reason())
                .param("on", form.on())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .update();
        trail.record(
                scope.actor(),
                act("contest.act.reviewed", activity)
                        .changed("contest.passed", null, form.passed())
                        .because(form.reason()));
        return Told.DONE;
    }

    private Activity contest(Scope scope, ActivityId id) {
        return activities
                .find(scope, id)
                .filter(activity -> activity.described().kind().equals(Contest.KIND))
                .orElseThrow(NotFound::new);
    }

    private static Act act(String key, Activity activity) {
        return Act.of(key, "activity", activity.id(), activity.title())
                .in(activity.described().region());
    }
}
