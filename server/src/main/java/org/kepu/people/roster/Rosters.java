package org.kepu.people.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.Person;
import org.kepu.people.PersonContacts;
import org.kepu.people.Persons;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who stands on which roster, how many different persons that are, which posts are vacant, and numbers of other systems. */
@Service
public class Rosters {

    private static final int MOST = 500;

    private final JdbcClient database;
    private final Persons persons;
    private final PersonContacts contacts;
    private final Regions regions;
    private final Trail trail;
    private final Clock clock;

    Rosters(JdbcClient database, Persons persons, PersonContacts contacts, Regions regions, Trail trail, Clock clock) {
        this.database = database;
        this.persons = persons;
        this.contacts = contacts;
        this.regions = regions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Somebody on a roster. */
    public record Entry(
            UUID id,
            Person person,
            RegionCode region,
            String speciality,
            String workplace,
            RosterKind.@Nullable Post post,
            boolean fullTime,
            String certificate,
            LocalDate since) {}

    /** How many stand on each, and how many different persons on any of them, in a team or among the experts. */
    public record Totals(int informants, int envoys, int tutors, int heads, int volunteers, int experts, int persons) {}

    /** How many volunteers are teachers, doctors …; the background is a code of the terms, empty where none was told. */
    public record Source(String background, int volunteers) {}

    /** A street or sumu that lacks heads. */
    public record Gap(Region region, List<RosterKind.Post> vacant) {}

    /** A number that lives in another system. */
    public record Told(RosterKind kind, RegionCode region, LocalDate day, int count, String source) {}

    /** Those on a roster now. */
    @Transactional(readOnly = true)
    public List<Entry> all(Scope scope, RosterKind kind) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql("select r.*, " + PersonContacts.COLUMNS + """
                         from people.roster_entry r join people.person p on p.id = r.person
                        where r.kind = :kind and r.until is null and\s""" + InReach.region("r.region")
                        + " order by r.region, r.since, r.id limit :most")
                .param("kind", kind.name())
                .param("most", MOST)
                .params(scope.parameters())
                .query(this::entry)
                .list();
    }

    @Transactional(readOnly = true)
    public Totals totals(Scope scope) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql("""
                        with here as (
                            select r.kind, r.person from people.roster_entry r where r.until is null and %s
                            union select 'VOLUNTEER', m.volunteer from people.membership m join people.team t on t.id = m.team
                                  where m.state = 'IN' and t.closed_on is null and %s
                            union select 'EXPERT', e.person from people.expert e
                                  where e.left_on is null and :scopeDay between e.term_from and e.term_to and %s)
                        select count(*) filter (where kind = 'INFORMANT') as informants, count(*) filter (where kind = 'ENVOY') as envoys,
                               count(*) filter (where kind = 'TUTOR') as tutors, count(*) filter (where kind = 'HEAD') as heads,
                               count(*) filter (where kind = 'VOLUNTEER') as volunteers, count(*) filter (where kind = 'EXPERT') as experts,
                               count(distinct person) as persons from here
                        """.formatted(
                                InReach.region("r.region"), InReach.region("t.region"), InReach.region("e.region")))
                .params(scope.parameters())
                .query(Totals.class)
                .single();
    }

    /** Where volunteers come from, the most first; whoever is in several teams counts once (昆都仑区方案: 带动基层一线科技工作者). */
    @Transactional(readOnly = true)
    public List<Source> sources(Scope scope) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql("""
                        select v.background, count(*) as volunteers from people.volunteer v
                        where exists (select from people.membership m join people.team t on t.id = m.team
                                      where m.volunteer = v.person and m.state = 'IN' and t.closed_on is null and %s)
                        group by v.background order by volunteers desc, v.background
                        """.formatted(InReach.region("t.region")))
                .params(scope.parameters())
                .query(Source.class)
                .list();
    }

    /** Streets and sumus of the reader's banners without a head of each post; those of whole leagues are too many to list. */
    @Transactional(readOnly = true)
    public List<Gap> gaps(Scope scope) {
        var posts = all(scope, RosterKind.HEAD);
        return scope.regions().stream()
                .filter(code -> !code.level().isAbove(RegionLevel.BANNER))
                .sorted()
                .flatMap(code -> regions.within(code, RegionLevel.SUMU, scope.day()).stream())
                .map(street -> new Gap(street, vacant(street, posts)))
                .filter(gap -> !gap.vacant().isEmpty())
                .toList();
    }

    private static List<RosterKind.Post> vacant(Region street, List<Entry> heads) {
        return java.util.Arrays.stream(RosterKind.Post.values())
                .filter(post -> heads.stream()
                        .noneMatch(head -> head.post() == post && head.region().equals(street.code())))
                .toList();
    }

    /** What became of entering somebody. */
    public enum Entered {
        DONE,
        /** They stand on the roster, perhaps of another division. */
        ALREADY,
        /** Another name is on record with this number. */
        OTHER_NAME,
        OUT_OF_REACH
    }

    /** Enters somebody. */
    @Transactional
    public Entered enter(Scope scope, RosterKind kind, RosterForm form) {
        scope.demands(Right.KEEP_EXPERTS);
        var region = new RegionCode(form.region());
        if (!regions.reaches(scope, region)) {
            return Entered.OUT_OF_REACH;
        }
        var person = persons.keep(form.identity());
        if (person.isEmpty()) {
            return Entered.OTHER_NAME;
        }
        int entered = database.sql("""
                        insert into people.roster_entry (id, kind, person, region, speciality, workplace, post, full_time, certificate, certified,
                                                         since, agreed_how, kept_at, kept_by)
                        values (gen_random_uuid(), :kind, :person, :region, :speciality, :workplace, :post::text, :full, :certificate,
                                :certified::date, :since, :how, :now, :by)
                        on conflict do nothing
                        """)
                .param("kind", kind.name())
                .param("person", person.get())
                .param("region", region.value())
                .param("speciality", form.speciality())
                .param("workplace", form.workplace())
                .param("post", kind == RosterKind.HEAD ? form.post() : null)
                .param("full", form.isFullTime())
                .param("certificate", form.certificate())
                .param("certified", form.certified())
                .param("since", form.since())
                .param("how", form.agreedHow())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .update();
        if (entered == 0) {
            return Entered.ALREADY;
        }
        trail.record(
                scope.actor(),
                Act.of(
                                "people.act.enrolled",
                                "roster",
                                kind,
                                regions.get(region).name())
                        .in(region));
        return Entered.DONE;
    }

    /**
     * Takes somebody off a roster from today on.
     *
     * @throws NotFound if nobody stands there within reach
     */
    @Transactional
    public void end(Scope scope, UUID id) {
        scope.demands(Right.KEEP_EXPERTS);
        var region = database.sql("""
                        update people.roster_entry r set until = greatest(:day, r.since) where r.id = :id and r.until is null and\s""" + InReach.region("r.region") + " returning r.region")
                .param("day", LocalDate.now(clock))
                .param("id", id)
                .params(scope.parameters())
                .query(String.class)
                .optional()
                .map(RegionCode::new)
                .orElseThrow(NotFound::new);
        trail.record(
                scope.actor(),
                Act.of("people.act.struck", "roster", id, regions.get(region).name())
                        .in(region));
    }

    /** The last number of each roster, division and source. */
    @Transactional(readOnly = true)
    public List<Told> numbers(Scope scope) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql("""
                        select distinct on (n.region, n.kind, n.source) n.* from people.roster_number n where\s""" + InReach.region("n.region") + " order by n.region, n.kind, n.source, n.day desc")
                .params(scope.parameters())
                .query((row, number) -> new Told(
                        RosterKind.valueOf(row.getString("kind")),
                        new RegionCode(row.getString("region")),
                        row.getObject("day", LocalDate.class),
                        row.getInt("count"),
                        row.getString("source")))
                .list();
    }

    /** Notes a number of another system; says no if another was told of this day and source. */
    @Transactional
    public boolean number(Scope scope, Told told) {
        scope.demands(Right.KEEP_EXPERTS);
        var region = reached(scope, told.region().value());
        int kept = database.sql("""
                        insert into people.roster_number (id, kind, region, day, count, source, kept_at, kept_by)
                        values (gen_random_uuid(), :kind, :region, :day, :count, :source, :now, :by) on conflict do nothing
                        """)
                .param("kind", told.kind().name())
                .param("region", region.value())
                .param("day", told.day())
                .param("count", told.count())
                .param("source", told.source())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .update();
        if (kept == 1) {
            trail.record(
                    scope.actor(),
                    Act.of("people.act.number", "roster", told.kind(), told.source())
                            .in(region)
                            .changed("people.number.count", null, told.count()));
        }
        return kept == 1;
    }

    private RegionCode reached(Scope scope, String written) {
        var region = new RegionCode(written);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        return region;
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        var post = row.getString("post");
        return new Entry(
                row.getObject("id", UUID.class),
                contacts.person(row),
                new RegionCode(row.getString("region")),
                row.getString("speciality"),
                row.getString("workplace"),
                post == null ? null : RosterKind.Post.valueOf(post),
                row.getBoolean("full_time"),
                row.getString("certificate"),
                row.getObject("since", LocalDate.class));
    }
}
