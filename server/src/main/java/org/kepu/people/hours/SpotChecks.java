package org.kepu.people.hours;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.PersonContacts;
import org.kepu.region.Regions;
import org.kepu.shared.Draw;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists drawn by chance to be looked into (抽查). The seed is published with the list and with the marks of all among which was
 * drawn, and each draw is on record: so everybody can draw again and nobody draws until the list suits. The office draws;
 * teams are looked into.
 */
@Service
@PublicKnowledge("what was drawn by which seed is published; who was drawn is not")
public class SpotChecks {

    private static final int SEED_BYTES = 16;

    private final JdbcClient database;
    private final PersonContacts contacts;
    private final Regions regions;
    private final RandomGenerator chance;
    private final Trail trail;
    private final Clock clock;

    SpotChecks(
            JdbcClient database,
            PersonContacts contacts,
            Regions regions,
            RandomGenerator chance,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.regions = regions;
        this.chance = chance;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was found of one that was drawn. */
    public enum Found {
        RIGHT,
        WRONG,
        UNCLEAR;

        /** The key of its name on screen. */
        public String messageKey() {
            return "people.found." + name();
        }
    }

    /** What became of writing down what was found. */
    public enum Looked {
        DONE,
        /** It is written down already. */
        ALREADY,
        /** Whoever confirmed it does not look into it. */
        SAME_HAND;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "people.looked." + name();
        }
    }

    /**
     * A draw.
     *
     * @param pool of how many
     * @param seed by which everybody can draw again
     * @param looked how many have been looked into
     */
    public record Check(
            UUID id,
            RegionCode region,
            LocalDate first,
            LocalDate last,
            int pool,
            String seed,
            Instant drawn,
            int size,
            int looked,
            int wrong) {

        /** Where the desk shows it. */
        public String path() {
            return "/desk/hours/checks/" + id;
        }
    }

    /** One that was drawn. */
    public record Line(
            UUID duty,
            UUID shift,
            String title,
            String team,
            Instant starts,
            String person,
            int minutes,
            List<Duty.Flag> flags,
            @Nullable Found found,
            String said) {}

    private static final String CHECK = """
            select c.id, c.region, c.first_day, c.last_day, c.pool, c.seed, c.drawn_at,
                   (select count(*) from people.spot_checked d where d.spot_check = c.id) as size,
                   (select count(*) from people.spot_checked d where d.spot_check = c.id and d.found is not null) as looked,
                   (select count(*) from people.spot_checked d where d.spot_check = c.id and d.found = 'WRONG') as wrong
            from people.spot_check c
            """;

    /**
     * Draws so many of the duties that count; nothing if none count.
     *
     * @throws NotFound if the division is out of reach
     */
    @Transactional
    public Optional<UUID> draw(Scope scope, RegionCode region, LocalDate first, LocalDate last, int size) {
        scope.demands(Right.RUN_LEDGER);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        var pool = database.sql("""
                        select distinct d.id::text from people.duty d join people.shift s on s.id = d.shift
                             join people.hours_entry e on e.duty = d.id
                        where d.team_at is not null and d.own_at is not null and e.day between :first and :last
                          and s.region in (select region.reach(:regions, :scopeDay))
                        """)
                .param("first", first)
                .param("last", last)
                .param("regions", new String[] {region.value()})
                .param("scopeDay", scope.day())
                .query(String.class)
                .list();
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        var bytes = new byte[SEED_BYTES];
        chance.nextBytes(bytes);
        var seed = HexFormat.of().formatHex(bytes);
        var drawn = Draw.order(seed, pool).stream().limit(size).toList();
        var id = UUID.randomUUID();
        database.sql("""
                        insert into people.spot_check (id, region, first_day, last_day, marks, seed, drawn_at, drawn_by)
                        values (:id, :region, :first, :last, :marks, :seed, :now, :by)
                        """)
                .param("id", id)
                .param("region", region.value())
                .param("first", first)
                .param("last", last)
                .param("marks", pool.stream().map(Draw::mark).sorted().toArray(String[]::new))
                .param("seed", seed)
                .param("now", HoursRows.at(clock.instant()))
                .param("by", scope.actor().account())
                .update();
        database.sql("""
                        insert into people.spot_checked (spot_check, turn, duty, team_by, own_by)
                        select :id, drawn.turn, duty.id, duty.team_by, duty.own_by
                        from unnest(:duties::text[]) with ordinality as drawn (duty, turn)
                             join people.duty on duty.id = drawn.duty::uuid
                        """)
                .param("id", id)
                .param("duties", drawn.toArray(String[]::new))
                .update();
        trail.record(
                scope.actor(),
                Act.of("people.act.drawn", "spot-check", id, regions.get(region).name())
                        .in(region)
                        .changed("people.check.size", null, drawn.size())
                        .changed("people.check.pool", null, pool.size()));
        return Optional.of(id);
    }

    /** The draws within reach, the last first. */
    @Transactional(readOnly = true)
    public List<Check> all(Scope scope) {
        scope.demands(Right.RUN_LEDGER);
        return database.sql(CHECK + "where " + InReach.region("c.region") + " order by c.drawn_at desc limit 200")
                .params(scope.parameters())
                .query(SpotChecks::check)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Check> find(Scope scope, UUID id) {
        scope.demands(Right.RUN_LEDGER);
        return database.sql(CHECK + "where c.id = :id and " + InReach.region("c.region"))
                .param("id", id)
                .params(scope.parameters())
                .query(SpotChecks::check)
                .optional();
    }

    /** A draw as everybody may see it. */
    @Transactional(readOnly = true)
    public Optional<Check> find(UUID id) {
        return database.sql(CHECK + "where c.id = :id")
                .param("id", id)
                .query(SpotChecks::check)
                .optional();
    }

    /** By what those drawn stand in the published list, in the order of the draw. */
    @Transactional(readOnly = true)
    public List<String> marks(UUID id) {
        return database
                .sql("select duty::text from people.spot_checked where spot_check = :id order by turn")
                .param("id", id)
                .query(String.class)
                .list()
                .stream()
                .map(Draw::mark)
                .toList();
    }

    /** By what all among which was drawn stand in the published list, in the order of their marks; nothing if there was no such draw. */
    @Transactional(readOnly = true)
    public List<String> pool(UUID id) {
        return database.sql("select unnest(marks) from people.spot_check where id = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Those who were drawn, in the order of the draw. */
    @Transactional(readOnly = true)
    public List<Line> lines(Scope scope, UUID id) {
        scope.demands(Right.RUN_LEDGER);
        return database.sql(
                        "select c.duty, c.found, c.said, d.shift, d.flags, s.title, s.starts_at, t.title as team_title, "
                                + PersonContacts.COLUMNS + """
                        , (select coalesce(sum(e.minutes), 0) from people.hours_entry e where e.duty = d.id) as minutes
                        from people.spot_checked c join people.spot_check k on k.id = c.spot_check join people.duty d on d.id = c.duty
                             join people.shift s on s.id = d.shift join people.team t on t.id = s.team join people.person p on p.id = d.volunteer
                        where k.id = :id and\s""" + InReach.region("k.region") + " order by c.turn")
                .param("id", id)
                .params(scope.parameters())
                .query(this::line)
                .list();
    }

    private record Drawn(
            @Nullable String found,
            @Nullable UUID teamBy,
            @Nullable UUID ownBy) {}

    /**
     * Writes down what was found, once.
     *
     * @throws NotFound if it was not drawn, or the draw is out of reach
     */
    @Transactional
    public Looked look(Scope scope, UUID id, UUID duty, Found found, String said) {
        scope.demands(Right.RUN_LEDGER);
        var check = find(scope, id).orElseThrow(NotFound::new);
        var drawn = database.sql("""
                        select found, team_by, own_by from people.spot_checked
                        where spot_check = :id and duty = :duty for update
                        """)
                .param("id", id)
                .param("duty", duty)
                .query(Drawn.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (drawn.found() != null) {
            return Looked.ALREADY;
        }
        var by = scope.actor().account();
        if (by.equals(drawn.teamBy()) || by.equals(drawn.ownBy())) {
            return Looked.SAME_HAND;
        }
        database.sql("""
                        update people.spot_checked set found = :found, said = :said, looked_at = :now, looked_by = :by
                        where spot_check = :id and duty = :duty
                        """)
                .param("found", found.name())
                .param("said", said)
                .param("now", HoursRows.at(clock.instant()))
                .param("by", by)
                .param("id", id)
                .param("duty", duty)
                .update();
        trail.record(
                scope.actor(),
                Act.of(
                                "people.act.looked",
                                "spot-check",
                                id,
                                regions.get(check.region()).name())
                        .in(check.region())
                        .changed("people.check.found", null, found.name()));
        return Looked.DONE;
    }

    private static Check check(ResultSet row, int number) throws SQLException {
        return new Check(
                row.getObject("id", UUID.class),
                new RegionCode(row.getString("region")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("pool"),
                row.getString("seed"),
                HoursRows.moment(row, "drawn_at"),
                row.getInt("size"),
                row.getInt("looked"),
                row.getInt("wrong"));
    }

    private Line line(ResultSet row, int number) throws SQLException {
        var person = contacts.person(row);
        var found = row.getString("found");
        return new Line(
                row.getObject("duty", UUID.class),
                row.getObject("shift", UUID.class),
                row.getString("title"),
                row.getString("team_title"),
                HoursRows.moment(row, "starts_at"),
                person.name() + " " + person.phone(),
                row.getInt("minutes"),
                java.util.Arrays.stream((String[]) row.getArray("flags").getArray())
                        .map(Duty.Flag::valueOf)
                        .toList(),
                found == null ? null : Found.valueOf(found),
                row.getString("said"));
    }
}
