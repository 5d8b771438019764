package org.kepu.ledger.supervision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.PersonNames;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to notes and problems: a line in their own history and one on the trail, in the transaction of the change. */
@Component
public class SupervisionHistory {

    private final JdbcClient database;
    private final Trail trail;
    private final PersonNames names;
    private final Clock clock;

    SupervisionHistory(JdbcClient database, Trail trail, PersonNames names, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.names = names;
        this.clock = clock;
    }

    /** What it happens to, and how people call it. */
    public record Thing(String kind, UUID id, RegionCode region, String label) {}

    private record Row(OffsetDateTime at, String act, UUID account, String words) {}

    /** Writes down that this was done, with words where some were said. */
    public void record(Actor by, Thing thing, Act act, String words) {
        database.sql("""
                        insert into ledger.supervision_event (region_code, object, at, act, account, words)
                        values (:region, :object, :at, :act, :account, :words)
                        """)
                .param("region", thing.region().value())
                .param("object", thing.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("act", act.key())
                .param("account", by.account())
                .param("words", words)
                .update();
        trail.record(by, act.in(thing.region()));
    }

    /** The act of this key on a thing. */
    public static Act act(String key, Thing thing) {
        return Act.of(key, thing.kind(), thing.id(), thing.label());
    }

    /** What happened to a thing that was found within reach, the first first. */
    public List<Happened> of(UUID thing) {
        var rows = database.sql("""
                        select at, act, account, words from ledger.supervision_event where object = :object order by id
                        """).param("object", thing).query(Row.class).list();
        var called = names.of(rows.stream().map(Row::account).distinct().toList());
        return rows.stream()
                .map(row -> new Happened(
                        row.at().toInstant(), row.act(), called.getOrDefault(row.account(), ""), row.words()))
                .toList();
    }
}
