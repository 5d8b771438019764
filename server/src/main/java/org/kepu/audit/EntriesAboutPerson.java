package org.kepu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the trail tells a person about the own data: who looked at it or changed it, when, and why (个人信息保护法第四十四条). */
@Service
public class EntriesAboutPerson {

    private final JdbcClient database;

    EntriesAboutPerson(JdbcClient database) {
        this.database = database;
    }

    /**
     * An act that touched the person's data.
     *
     * @param actor the account that acted
     * @param act the sentence's key in its module's bundle
     * @param label what was touched, as people call it
     */
    public record Entry(
            UUID id, Instant at, UUID actor, Actor.Kind kind, String act, String label, String reason, String region) {}

    /** The acts about the person, the last first. */
    public List<Entry> about(UUID person) {
        return database.sql("""
                select id, at, actor, actor_kind, act, label, reason, region from audit.entry
                where subject = :person order by at desc, id desc limit 1000
                """)
                .param("person", person)
                .query(EntriesAboutPerson::entry)
                .list();
    }

    /** How many rows hold the person's bare identity: as the one who acted, or about whom. */
    public int naming(UUID person) {
        return database.sql("""
                select count(*) from audit.entry where :person in (actor, subject, represented)
                """).param("person", person).query(Integer.class).single();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var region = row.getString("region");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                Actor.Kind.valueOf(row.getString("actor_kind")),
                row.getString("act"),
                row.getString("label"),
                row.getString("reason"),
                region == null ? "" : region);
    }
}
