package org.kepu.activity.approval;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Clearance;
import org.kepu.activity.KeepingActivities.Publishing;
import org.kepu.activity.Rows;
import org.kepu.activity.Session;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends activities the way that their division has set, and takes the answers. What is approved is the activity with its sessions as they were
 * when it was sent; whoever had a hand in it does not approve it.
 */
@Service
public class Approving implements Clearance {

    static final int LONGEST_REASON = 300;

    private final JdbcClient database;
    private final ApprovalTable table;
    private final Paths paths;
    private final Regions regions;
    private final Trail trail;
    private final Clock clock;

    Approving(JdbcClient database, ApprovalTable table, Paths paths, Regions regions, Trail trail, Clock clock) {
        this.database = database;
        this.table = table;
        this.paths = paths;
        this.regions = regions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of sending one. */
    public enum Sent {
        DONE,
        /** It is under way, or approved, as it stands. */
        ALREADY,
        /** Nobody has to be asked. */
        NOT_NEEDED,
        NO_SESSION,
        /** It is published or called off. */
        TOO_LATE
    }

    /** What became of an answer. */
    public enum Answered {
        DONE,
        /** Another of the same office was faster, or it is settled. */
        ALREADY,
        /** It was changed since it was sent. */
        CHANGED,
        /** One had a hand in it oneself. */
        OWN,
        NO_REASON
    }

    @Override
    public Optional<Publishing> against(Activity activity) {
        return stepsOf(activity.described().region()).isEmpty()
                        || table.latest(activity.id()).map(Approval::lets).orElse(false)
                ? Optional.empty()
                : Optional.of(Publishing.NOT_APPROVED);
    }

    /** Whether somebody has to be asked before activities of this division are published. */
    public boolean isAsked(Scope scope, RegionCode region) {
        scope.demands(Right.RUN_ACTIVITIES);
        return !stepsOf(region).isEmpty();
    }

    /** The rounds of an activity, the latest first. */
    public List<Approval> of(Scope scope, ActivityId activity) {
        return table.of(scope.demands(Right.RUN_ACTIVITIES), activity);
    }

    /** An approval that a clerk within reach has sent, or in which one's office or body is asked. */
    public Optional<Approval> find(Scope running, Scope office, UUID id) {
        return table.find(running.demands(Right.RUN_ACTIVITIES), office.demands(Right.RUN_LEDGER), id);
    }

    /** The activity of an approval that one may see, with its title and division. */
    public Optional<Activity> activity(Scope running, Scope office, UUID id) {
        return find(running, office, id).flatMap(approval -> table.activity(approval.activity()));
    }

    /** What is planned of it, the first first. */
    public List<Session> sessions(Scope running, Scope office, UUID id) {
        return find(running, office, id)
                .map(approval -> table.sessions(approval.activity()))
                .orElse(List.of());
    }

    /** Whether it is one's turn to answer. */
    public boolean isMine(Scope running, Scope office, Approval approval) {
        return approval.next()
                .filter(stage -> table.isAsked(running, office, approval.id(), stage.position()))
                .isPresent();
    }

    /** Lays it before those who are on the way that counts there. */
    @Transactional
    public Sent send(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        var activity = table.lock(scope, id).orElseThrow(NotFound::new);
        if (activity.state() != Activity.State.DRAFT) {
            return Sent.TOO_LATE;
        }
        var steps = stepsOf(activity.described().region());
        if (steps.isEmpty()) {
            return Sent.NOT_NEEDED;
        }
        var before = table.latest(id);
        if (before.filter(one -> one.next().isPresent() || one.lets()).isPresent()) {
            return Sent.ALREADY;
        }
        if (!table.hasSession(id)) {
            return Sent.NO_SESSION;
        }
        table.lapse(id);
        table.add(scope.actor(), activity, steps);
        record(scope, "planning.act.sent", activity, "");
        return Sent.DONE;
    }

    /**
     * Takes an answer of one's office or body, if it is its turn.
     *
     * @param position the step that was answered
     * @param reason needed where it is sent back
     */
    @Transactional
    public Answered answer(Scope running, Scope office, UUID id, int position, boolean approved, String reason) {
        var asked = find(running, office, id).orElseThrow(NotFound::new);
        var activity = table.lock(asked.activity()).orElseThrow(NotFound::new);
        if (!approved && (reason.isBlank() || reason.length() > LONGEST_REASON)) {
            return Answered.NO_REASON;
        }
        int answered = database.sql("""
                        update activity.approval_step step
                        set approved = :approved, reason = nullif(:reason, ''), answered_at = :now, answered_by = :by
                        from activity.approval join activity.activity a on a.id = approval.activity
                        where step.approval = approval.id and approval.id = :id and step.position = :position and step.answered_at is null
                          and approval.state = 'ASKED' and a.state = 'DRAFT'
                          and approval.version = a.version and approval.sessions = (
                        """ + ApprovalTable.SESSIONS + ") and " + ApprovalTable.ASKED_OF_ME + """
                          and not exists (select from activity.writer where activity = a.id and account = :by)
                          and not exists (select from activity.approval_step before
                                          where before.approval = approval.id and before.position < step.position
                                            and before.approved is distinct from true)
                        """)
                .param("id", id)
                .param("position", position)
                .param("approved", approved)
                .param("reason", reason.strip())
                .param("now", Rows.at(clock.instant()))
                .param("by", running.actor().account())
                .params(ApprovalTable.mine(running, office))
                .update();
        if (answered == 0) {
            return why(running, office, find(running, office, id).orElseThrow(NotFound::new), position);
        }
        table.settle(id);
        record(running, approved ? "planning.act.approved" : "planning.act.returned", activity, reason);
        return Answered.DONE;
    }

    private Answered why(Scope running, Scope office, Approval asked, int position) {
        var stage = asked.stages().stream()
                .filter(one -> one.position() == position)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!table.isAsked(running, office, asked.id(), position)) {
            throw new NotFound();
        }
        if (asked.state() != Approval.State.ASKED || stage.approved() != null) {
            return Answered.ALREADY;
        }
        if (table.wrote(running.actor(), asked.activity())) {
            return Answered.OWN;
        }
        if (asked.current()) {
            throw new NotFound();
        }
        return Answered.CHANGED;
    }

    /** Who is asked, in their order; a level at or below which the division itself lies asks nobody. */
    private List<ApprovalTable.Asked> stepsOf(RegionCode region) {
        var path = paths.holdingIn(region);
        if (path.isEmpty() || path.get().steps().isEmpty()) {
            return List.of();
        }
        var way = regions.pathTo(region);
        var asked = new ArrayList<ApprovalTable.Asked>();
        for (var step : path.get().steps()) {
            var body = step.body();
            if (body != null) {
                asked.add(new ApprovalTable.Asked(null, body));
            } else {
                office(way, Objects.requireNonNull(step.level()))
                        .ifPresent(office -> asked.add(new ApprovalTable.Asked(office, null)));
            }
        }
        return asked;
    }

    private static Optional<RegionCode> office(List<Region> way, RegionLevel level) {
        return way.stream()
                .filter(region -> region.level() == level)
                .map(Region::code)
                .findFirst();
    }

    private void record(Scope scope, String key, Activity activity, @Nullable String reason) {
        trail.record(
                scope.actor(),
                Act.of(key, "activity", activity.id(), activity.title())
                        .in(activity.described().region())
                        .because(reason == null ? "" : reason));
    }
}
