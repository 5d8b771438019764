package org.kepu.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps for whom seats of a session are set aside and what is asked. The session is locked, or new. */
@Component
class KeepingAdmission {

    private final JdbcClient database;

    KeepingAdmission(JdbcClient database) {
        this.database = database;
    }

    /** What of the quotas would not be given yet; nothing if more of one is given than there would be. */
    @Nullable
    Integer kept(Offer before, Admission planned) {
        if (before.released()) {
            return 0;
        }
        int kept = planned.quotas().stream().mapToInt(Quota::capacity).sum();
        for (var old : before.admission().quotas()) {
            int room = planned.quotas().stream()
                    .filter(old::isFor)
                    .mapToInt(Quota::capacity)
                    .sum();
            if (old.taken() > room) {
                return null;
            }
            kept -= old.taken();
        }
        return kept;
    }

    /** Whether other questions would be asked than those that were answered. */
    boolean asksOtherwise(SessionId session, Offer before, Admission planned) {
        return !before.admission().questions().equals(planned.questions())
                && database.sql(
                                "select exists (select from activity.booking where session = :id and answers is not null)")
                        .param("id", session.value())
                        .query(Boolean.class)
                        .single();
    }

    /** What goes into the row of the session itself. */
    static Map<String, Object> columns(Admission told) {
        var columns = new HashMap<String, Object>();
        columns.put("doorSeats", told.doorSeats());
        columns.put("release", told.releaseMinutes());
        columns.put("parties", told.parties().stream().map(Enum::name).toArray(String[]::new));
        columns.put("groupMost", told.groupMost());
        Columns.put(columns, "reclaim", told.reclaimMinutes());
        return columns;
    }

    void write(SessionId session, Admission told, boolean released) {
        if (!released) {
            quotas(session, told.quotas());
        }
        questions(session, told.questions());
    }

    private void quotas(SessionId session, List<Quota> quotas) {
        var kinds = quotas.stream().map(quota -> quota.kind().name()).toArray(String[]::new);
        var regions = quotas.stream().map(quota -> code(quota.region())).toArray(String[]::new);
        database.sql("""
                        with gone as (
                            select quota.id from activity.quota
                            where quota.session = :session and not exists (
                                select from unnest(:kinds::text[], :regions::text[]) as told (kind, region)
                                where told.kind = quota.kind and nullif(told.region, '') is not distinct from quota.region)
                        ), left_alone as (
                            update activity.booking set quota = null from gone where booking.quota = gone.id
                        )
                        delete from activity.quota using gone where quota.id = gone.id
                        """)
                .param("session", session.value())
                .param("kinds", kinds)
                .param("regions", regions)
                .update();
        for (var quota : quotas) {
            database.sql("""
                            insert into activity.quota (id, session, kind, region, capacity)
                            values (:id, :session, :kind, nullif(:region, ''), :capacity)
                            on conflict on constraint quota_once do update set capacity = excluded.capacity
                            """)
                    .param("id", UUID.randomUUID())
                    .param("session", session.value())
                    .param("kind", quota.kind().name())
                    .param("region", code(quota.region()))
                    .param("capacity", quota.capacity())
                    .update();
        }
    }

    private static String code(@Nullable RegionCode region) {
        return region == null ? "" : region.value();
    }

    private void questions(SessionId session, List<Question> questions) {
        database.sql("delete from activity.question where session = :session")
                .param("session", session.value())
                .update();
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            database.sql("""
                            insert into activity.question (session, position, words, kind, choices, needed)
                            values (:session, :position, :words, :kind, :choices, :needed)
                            """)
                    .param("session", session.value())
                    .param("position", i + 1)
                    .param("words", question.words())
                    .param("kind", question.kind().name())
                    .param("choices", question.choices().toArray(String[]::new))
                    .param("needed", question.needed())
                    .update();
        }
    }
}
