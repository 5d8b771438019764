package org.kepu.audit.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act.Change;
import org.kepu.audit.PersonNames;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Shows the auditor what was done within the divisions in reach. */
@Service
public class ReadingTrail {

    static final int ROWS = 50;

    static final String COLUMNS = """
            e.number, e.id, e.at, e.actor, e.actor_kind, e.actor_name, e.represented, e.address, e.act, e.object_kind, e.object,
            e.label, e.region, e.subject, e.changes, e.reason""";

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final JdbcClient database;
    private final PersonNames persons;
    private final Naming naming;
    private final ObjectMapper json;

    ReadingTrail(JdbcClient database, PersonNames persons, Naming naming, ObjectMapper json) {
        this.database = database;
        this.persons = persons;
        this.naming = naming;
        this.json = json;
    }

    /** A page of what the filter lets through, the newest first; after a row, what is older than that. */
    public TrailPage search(Scope scope, TrailFilter filter, @Nullable Long after) {
        var narrowed = Narrowed.by(scope.demands(Right.READ_TRAIL), filter, persons);
        var rows = database.sql("select " + COLUMNS + """
                , 0 as position, null::bytea as hash
                from audit.entry e
                where %s
                and (:after::bigint is null or (e.at, e.number) < (select at, number from audit.entry where number = :after))
                order by e.at desc, e.number desc
                limit :rows
                """.formatted(narrowed.conditions()))
                .params(narrowed.parameters())
                .param("after", after)
                .param("rows", ROWS + 1)
                .query(this::row)
                .list();
        var shown = rows.subList(0, Math.min(ROWS, rows.size()));
        return new TrailPage(
                naming.name(shown), rows.size() > ROWS ? shown.getLast().number() : null);
    }

    /** One act; nothing if it is not there or not in reach. */
    public Optional<TrailRow> find(Scope scope, UUID id) {
        var narrowed = Narrowed.by(scope.demands(Right.READ_TRAIL), TrailFilter.ALL, persons);
        return database.sql("select " + COLUMNS + """
                , coalesce(l.position, 0) as position, l.hash
                from audit.entry e left join audit.link l on l.entry = e.number
                where e.id = :id and %s
                """.formatted(narrowed.conditions()))
                .params(narrowed.parameters())
                .param("id", id)
                .query(this::row)
                .optional()
                .map(row -> naming.name(List.of(row)).getFirst());
    }

    /** The keys of the acts that were ever recorded. */
    public List<String> acts(Scope scope) {
        scope.demands(Right.READ_TRAIL);
        return database.sql("""
                with recursive said as (
                    (select act from audit.entry order by act limit 1)
                    union all
                    select (select e.act from audit.entry e where e.act > said.act order by e.act limit 1)
                    from said where said.act is not null
                )
                select act from said where act is not null
                """).query(String.class).list();
    }

    TrailRow row(ResultSet row, int number) throws SQLException {
        var hash = row.getBytes("hash");
        return new TrailRow(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("actor_kind"),
                row.getString("actor_name"),
                row.getObject("represented", UUID.class),
                "",
                row.getString("address"),
                row.getString("act"),
                row.getString("object_kind"),
                row.getString("object"),
                row.getString("label"),
                row.getString("region"),
                "",
                row.getObject("subject", UUID.class),
                "",
                json.readValue(row.getString("changes"), CHANGES),
                row.getString("reason"),
                row.getLong("position"),
                hash == null ? "" : HexFormat.of().formatHex(hash));
    }
}
