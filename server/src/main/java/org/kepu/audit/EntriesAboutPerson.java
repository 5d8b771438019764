package org.kepu.audit;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.audit.CodeNames.Code;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the trail tells a person about the own data: who looked at it or changed it, when, and why (个人信息保护法第四十四条). */
@Service
public class EntriesAboutPerson {

    private final JdbcClient database;
    private final Wording wording;

    EntriesAboutPerson(JdbcClient database, Wording wording) {
        this.database = database;
        this.wording = wording;
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
        var found = database.sql("""
                select id, at, actor, actor_kind, act, object_kind, label, reason, region from audit.entry
                where subject = :person order by at desc, id desc limit 1000
                """)
                .param("person", person)
                .query(EntriesAboutPerson::kept)
                .list();
        var names = wording.of(found.stream().map(Kept::code).collect(toSet()));
        return found.stream().map(kept -> kept.named(names)).toList();
    }

    /** A row with its label as it is kept. */
    private record Kept(Entry entry, Code code) {

        Entry named(Map<Code, String> names) {
            return new Entry(
                    entry.id(),
                    entry.at(),
                    entry.actor(),
                    entry.kind(),
                    entry.act(),
                    names.getOrDefault(code, entry.label()),
                    entry.reason(),
                    entry.region());
        }
    }

    /** How many rows hold the person's bare identity: as the one who acted, or about whom. */
    public int naming(UUID person) {
        return database.sql("""
                select count(*) from audit.entry where :person in (actor, subject, represented)
                """).param("person", person).query(Integer.class).single();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(entry(row), new Code(row.getString("object_kind"), row.getString("label")));
    }

    private static Entry entry(ResultSet row) throws SQLException {
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
