package org.kepu.activity.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Rows;
import org.kepu.activity.Session;
import org.kepu.shared.Actor;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of approvals. */
@Component
class ApprovalTable {

    /** What is planned for an activity {@code a}, in one word: another plan, another word. */
    static final String SESSIONS = """
            select coalesce(md5(string_agg(concat_ws('|', extract(epoch from starts_at), extract(epoch from ends_at), capacity), ';'
                                           order by starts_at, session.id)), '')
            from activity.session where session.activity = a.id and cancelled_at is null
            """;

    /** Whether a {@code step} is asked of one's body, or of the office of one's division. */
    static final String ASKED_OF_ME = """
            (step.body = any (:bodies) or step.office in (select region.reach(:offices, :day)))
            """;

    private static final String APPROVAL = """
            select approval.*, approval.version = a.version and approval.sessions = (
            """ + SESSIONS + """
            ) as current from activity.approval join activity.activity a on a.id = approval.activity
            """;

    private final JdbcClient database;
    private final Clock clock;

    ApprovalTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Somebody who is asked: the office of a division, or a body. */
    record Asked(@Nullable RegionCode office, @Nullable BodyId body) {}

    static Map<String, Object> mine(Scope running, Scope office) {
        var mine = new HashMap<String, Object>();
        mine.put("bodies", running.parameters().get("scopeBodies"));
        mine.put("offices", office.parameters().get("scopeRegions"));
        mine.put("day", running.day());
        return mine;
    }

    Optional<Activity> lock(Scope scope, ActivityId id) {
        return database.sql(
                        "select id from activity.activity a where id = :id and " + Rows.IN_REACH + " for update of a")
                .param("id", id.value())
                .params(scope.parameters())
                .query(UUID.class)
                .optional()
                .flatMap(found -> activity(id));
    }

    Optional<Activity> lock(ActivityId id) {
        return database.sql("select id from activity.activity where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .flatMap(found -> activity(id));
    }

    Optional<Activity> activity(ActivityId id) {
        return database.sql(Rows.ACTIVITY + "from activity.activity a where id = :id")
                .param("id", id.value())
                .query(Rows::activity)
                .optional();
    }

    Optional<Approval> latest(ActivityId activity) {
        return database.sql(APPROVAL + "where approval.activity = :activity order by round desc limit 1")
                .param("activity", activity.value())
                .query(ApprovalTable::bare)
                .optional()
                .map(this::whole);
    }

    List<Approval> of(Scope scope, ActivityId activity) {
        return database
                .sql(APPROVAL + "where approval.activity = :activity and " + Rows.IN_REACH + " order by round desc")
                .param("activity", activity.value())
                .params(scope.parameters())
                .query(ApprovalTable::bare)
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    Optional<Approval> find(Scope running, Scope office, UUID id) {
        return database.sql(APPROVAL + "where approval.id = :id and (" + Rows.IN_REACH + """
                         or exists (select from activity.approval_step step where step.approval = approval.id and
                        """ + ASKED_OF_ME + "))")
                .param("id", id)
                .params(running.parameters())
                .params(mine(running, office))
                .query(ApprovalTable::bare)
                .optional()
                .map(this::whole);
    }

    boolean isAsked(Scope running, Scope office, UUID id, int position) {
        return database.sql(
                        "select exists (select from activity.approval_step step where approval = :id and position = :position and "
                                + ASKED_OF_ME + ")")
                .param("id", id)
                .param("position", position)
                .params(mine(running, office))
                .query(Boolean.class)
                .single();
    }

    boolean wrote(Actor who, ActivityId activity) {
        return database.sql(
                        "select exists (select from activity.writer where activity = :activity and account = :account)")
                .param("activity", activity.value())
                .param("account", who.account())
                .query(Boolean.class)
                .single();
    }

    boolean hasSession(ActivityId activity) {
        return database.sql(
                        "select exists (select from activity.session where activity = :activity and cancelled_at is null)")
                .param("activity", activity.value())
                .query(Boolean.class)
                .single();
    }

    List<Session> sessions(ActivityId activity) {
        return database.sql("select * from activity.session where activity = :activity order by starts_at, id")
                .param("activity", activity.value())
                .query(Rows::session)
                .list();
    }

    /** What was sent before counts no longer. */
    void lapse(ActivityId activity) {
        database.sql(
                        "update activity.approval set state = 'LAPSED' where activity = :activity and state in ('ASKED', 'APPROVED')")
                .param("activity", activity.value())
                .update();
    }

    void add(Actor by, Activity activity, List<Asked> asked) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into activity.approval (id, activity, round, state, version, sessions, asked_at, asked_by)
                        select :id, a.id, 1 + (select count(*) from activity.approval where approval.activity = a.id), 'ASKED', version, (
                        """ + SESSIONS + "), :now, :by from activity.activity a where a.id = :activity")
                .param("id", id)
                .param("activity", activity.id().value())
                .param("now", Rows.at(clock.instant()))
                .param("by", by.account())
                .update();
        database.sql("insert into activity.writer (activity, account) values (:activity, :by) on conflict do nothing")
                .param("activity", activity.id().value())
                .param("by", by.account())
                .update();
        for (int i = 0; i < asked.size(); i++) {
            var office = asked.get(i).office();
            var body = asked.get(i).body();
            database.sql("""
                            insert into activity.approval_step (approval, position, office, body)
                            values (:id, :position, :office::text, :body::uuid)
                            """)
                    .param("id", id)
                    .param("position", i + 1)
                    .param("office", office == null ? null : office.value())
                    .param("body", body == null ? null : body.value())
                    .update();
        }
    }

    /** Sent back by one it is sent back; approved by all it is approved. */
    void settle(UUID id) {
        database.sql("""
                        update activity.approval
                        set state = case when answers.refused then 'RETURNED' when answers.open then 'ASKED' else 'APPROVED' end
                        from (select bool_or(approved is false) as refused, bool_or(approved is null) as open
                              from activity.approval_step where approval = :id) answers
                        where id = :id and state = 'ASKED'
                        """).param("id", id).update();
    }

    private static Approval bare(ResultSet row, int number) throws SQLException {
        return new Approval(
                row.getObject("id", UUID.class),
                new ActivityId(row.getObject("activity", UUID.class)),
                row.getInt("round"),
                Approval.State.valueOf(row.getString("state")),
                row.getBoolean("current"),
                Rows.moment(row, "asked_at"),
                List.of());
    }

    private Approval whole(Approval bare) {
        return bare.with(stages(bare.id()));
    }

    private List<Approval.Stage> stages(UUID id) {
        return database.sql("""
                        select position, office, body, approved, coalesce(reason, '') as reason, answered_at
                        from activity.approval_step where approval = :id order by position
                        """).param("id", id).query(ApprovalTable::stage).list();
    }

    private static Approval.Stage stage(ResultSet row, int number) throws SQLException {
        var office = row.getString("office");
        var body = row.getObject("body", UUID.class);
        return new Approval.Stage(
                row.getInt("position"),
                office == null ? null : new RegionCode(office),
                body == null ? null : new BodyId(body),
                row.getObject("approved", Boolean.class),
                row.getString("reason"),
                Rows.instant(row, "answered_at"));
    }
}
