package org.kepu.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Sessions with all that one must know to book them, in one look. */
@Service
@PublicKnowledge("how one books is said to everybody who may come")
public class Offers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String OFFER = """
            select session.*,
                   (select coalesce(jsonb_agg(to_jsonb(quota) order by quota.kind desc, quota.region), '[]')
                    from activity.quota where quota.session = session.id)::text as quotas,
                   (select coalesce(jsonb_agg(to_jsonb(question) order by question.position), '[]')
                    from activity.question where question.session = session.id)::text as questions
            from activity.session
            """;

    private final JdbcClient database;

    Offers(JdbcClient database) {
        this.database = database;
    }

    private record QuotaRow(
            UUID id, Quota.Kind kind, @Nullable String region, int capacity, int taken, int waiting) {

        Quota quota() {
            return new Quota(id, kind, region == null ? null : new RegionCode(region), capacity, taken, waiting);
        }
    }

    /** That of a session of an activity that is published, or was. */
    public Optional<Offer> find(SessionId id) {
        return database.sql(OFFER + """
                        join activity.activity on activity.id = session.activity
                        where session.id = :id and activity.state <> 'DRAFT'
                        """)
                .param("id", id.value())
                .query(Offers::offer)
                .optional();
    }

    /** That of a session that was found before. */
    public Offer of(Session session) {
        return database.sql(OFFER + "where session.id = :id")
                .param("id", session.id().value())
                .query(Offers::offer)
                .single();
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                Rows.session(row, number),
                new Admission(
                        Arrays.stream(JSON.readValue(row.getString("quotas"), QuotaRow[].class))
                                .map(QuotaRow::quota)
                                .toList(),
                        row.getInt("door_seats"),
                        row.getInt("release_minutes"),
                        Arrays.stream((String[]) row.getArray("parties").getArray())
                                .map(PartyKind::valueOf)
                                .collect(Collectors.toSet()),
                        row.getInt("group_most"),
                        List.of(JSON.readValue(row.getString("questions"), Question[].class)),
                        row.getObject("reclaim_minutes", Integer.class)),
                row.getObject("released_at") != null,
                row.getInt("version"));
    }
}
