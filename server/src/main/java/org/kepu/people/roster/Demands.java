package org.kepu.people.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.FactOrigin;
import org.kepu.indicator.Facts;
import org.kepu.indicator.Source;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.Person;
import org.kepu.people.PersonContacts;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What herders and farmers ask of the envoys (科技特派员): matched by speciality and nearness, served, counted, rated. */
@Service
public class Demands implements FactOrigin {

    private static final String SOURCE = "envoy";
    private static final int MOST = 300;

    private final JdbcClient database;
    private final PersonContacts contacts;
    private final Regions regions;
    private final Facts facts;
    private final Trail trail;
    private final Clock clock;

    Demands(JdbcClient database, PersonContacts contacts, Regions regions, Facts facts, Trail trail, Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.regions = regions;
        this.facts = facts;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A demand.
     *
     * @param topic in the words of specialities
     * @param envoy who has taken it
     */
    public record Demand(
            UUID id,
            RegionCode region,
            String topic,
            String words,
            LocalDate asked,
            @Nullable Person envoy,
            @Nullable LocalDate taken,
            @Nullable LocalDate served,
            @Nullable Integer minutes,
            @Nullable Integer people,
            @Nullable Integer rating) {

        private boolean says(RegionCode region, String topic, String words) {
            return region().equals(region) && topic().equals(topic) && words().equals(words);
        }
    }

    /**
     * An envoy who may suit.
     *
     * @param subject whether the speciality speaks of the topic
     * @param near whether they serve the same banner
     * @param load how many demands they have taken and not served
     */
    public record Match(UUID entry, Person person, String speciality, boolean subject, boolean near, int load) {}

    /** Those within reach, the open ones first. */
    @Transactional(readOnly = true)
    public List<Demand> all(Scope scope) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql(select() + " order by d.served_on is not null, d.asked_on desc, d.id limit :most")
                .param("most", MOST)
                .params(scope.parameters())
                .query(this::demand)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Demand> find(Scope scope, UUID id) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql(select() + " and d.id = :id")
                .param("id", id)
                .params(scope.parameters())
                .query(this::demand)
                .optional();
    }

    private static String select() {
        return "select d.*, " + PersonContacts.COLUMNS + """
                 from people.demand d left join people.roster_entry r on r.id = d.envoy left join people.person p on p.id = r.person
                where\s""" + InReach.region("d.region");
    }

    /** Who may suit: whoever knows the subject first, then the near ones, then those with little to do. */
    @Transactional(readOnly = true)
    public List<Match> matches(Scope scope, UUID id) {
        var demand = find(scope, id).orElseThrow(NotFound::new);
        return database.sql("""
                        select * from (
                            select r.id as entry, r.speciality, strpos(r.speciality, :topic) > 0 or strpos(:topic, r.speciality) > 0 as subject,
                                   r.region in (select region.reach(array[:banner]::text[], :scopeDay)) as near,
                                   (select count(*) from people.demand o where o.envoy = r.id and o.served_on is null) as load,
                        """ + PersonContacts.COLUMNS + """
                             from people.roster_entry r join people.person p on p.id = r.person
                            where r.kind = 'ENVOY' and r.until is null and\s""" + InReach.region("r.region") + """
                            ) suiting order by subject desc, near desc, load, entry limit 10
                        """)
                .param("topic", demand.topic())
                .param("banner", banner(demand.region()).value())
                .params(scope.parameters())
                .query((row, number) -> new Match(
                        row.getObject("entry", UUID.class),
                        contacts.person(row),
                        row.getString("speciality"),
                        row.getBoolean("subject"),
                        row.getBoolean("near"),
                        row.getInt("load")))
                .list();
    }

    /** The banner that a division lies in; itself if it lies above. */
    private RegionCode banner(RegionCode code) {
        return regions.pathTo(code).stream()
                .filter(region -> region.level() == RegionLevel.BANNER)
                .map(Region::code)
                .findFirst()
                .orElse(code);
    }

    /** What became of noting a demand. */
    public enum Asked {
        NOTED,
        /** The same form was sent before. */
        BEFORE,
        /** Its form was sent before, and said something else. */
        OTHERWISE
    }

    /**
     * Notes a demand, once.
     *
     * @param id of the new one, given before: a form that is sent twice notes one
     * @throws NotFound if the division is out of reach
     */
    @Transactional
    public Asked ask(Scope scope, UUID id, RegionCode region, String topic, String words) {
        scope.demands(Right.KEEP_EXPERTS);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        int noted = database.sql("""
                        insert into people.demand (id, region, topic, words, asked_on, kept_at, kept_by)
                        values (:id, :region, :topic, :words, :day, :now, :by) on conflict on constraint demand_pk do nothing
                        """)
                .param("id", id)
                .param("region", region.value())
                .param("topic", topic)
                .param("words", words)
                .param("day", LocalDate.now(clock))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .update();
        if (noted == 0) {
            var before = find(scope, id);
            return before.filter(one -> one.says(region, topic, words)).isPresent() ? Asked.BEFORE : Asked.OTHERWISE;
        }
        record(scope, "people.act.demand", id, topic, region);
        return Asked.NOTED;
    }

    /** Gives it to an envoy; says no if another has it or that one is not on the roster. */
    @Transactional
    public boolean give(Scope scope, UUID id, UUID envoy) {
        var demand = find(scope, id).orElseThrow(NotFound::new);
        int given = database.sql("""
                        update people.demand set envoy = r.id, taken_on = :day from people.roster_entry r
                        where demand.id = :id and demand.envoy is null and r.id = :envoy and r.kind = 'ENVOY' and r.until is null and\s""" + InReach.region("r.region"))
                .param("day", LocalDate.now(clock))
                .param("id", id)
                .param("envoy", envoy)
                .params(scope.parameters())
                .update();
        if (given == 1) {
            record(scope, "people.act.demand-given", id, demand.topic(), demand.region());
        }
        return given == 1;
    }

    /**
     * It is served, and counts; says no if nobody has taken it or it is served already.
     *
     * @param day on which the envoy was there, since it was asked
     */
    @Transactional
    public boolean serve(Scope scope, UUID id, LocalDate day, int minutes, int people, @Nullable Integer rating) {
        scope.demands(Right.KEEP_EXPERTS);
        var demand = find(scope, id).orElseThrow(NotFound::new);
        int served = database.sql("""
                        update people.demand set served_on = :day, minutes = :minutes, people = :people, rating = :rating::int
                        where id = :id and envoy is not null and served_on is null and :day::date between asked_on and :today
                        """)
                .param("day", day)
                .param("today", LocalDate.now(clock))
                .param("minutes", minutes)
                .param("people", people)
                .param("rating", rating)
                .param("id", id)
                .update();
        if (served == 0) {
            return false;
        }
        facts.settle(
                scope.actor(),
                Fact.of(Source.of(SOURCE, id), "ENVOY_SERVICE", day, demand.region(), demand.topic())
                        .with(new Amounts(1, people, minutes, 0, 0)));
        record(scope, "people.act.demand-served", id, demand.topic(), demand.region());
        return true;
    }

    /**
     * It was noted wrongly as served: it counts no more, and the envoy has it still; says no if it is not served.
     *
     * @throws NotFound if there is no such demand within reach
     */
    @Transactional
    public boolean takeBack(Scope scope, UUID id, Reason why) {
        scope.demands(Right.KEEP_EXPERTS);
        var demand = find(scope, id).orElseThrow(NotFound::new);
        int back = database.sql("""
                        update people.demand set served_on = null, minutes = null, people = null, rating = null
                        where id = :id and served_on is not null
                        """).param("id", id).update();
        if (back == 1) {
            facts.settleNothing(scope.actor(), SOURCE, id.toString());
            trail.record(
                    scope.actor(),
                    Act.of("people.act.demand-back", "demand", id, demand.topic())
                            .in(demand.region())
                            .because(why.words()));
        }
        return back == 1;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String messageKey() {
        return "people.demands";
    }

    @Override
    public Optional<String> address(Scope scope, String id) {
        return database.sql("select '/desk/demands/' || d.id from people.demand d where d.id = :id and "
                        + InReach.region("d.region"))
                .param("id", UUID.fromString(id))
                .params(scope.parameters())
                .query(String.class)
                .optional();
    }

    private void record(Scope scope, String key, UUID id, String topic, RegionCode region) {
        trail.record(scope.actor(), Act.of(key, "demand", id, topic).in(region));
    }

    private Demand demand(ResultSet row, int number) throws SQLException {
        return new Demand(
                row.getObject("id", UUID.class),
                new RegionCode(row.getString("region")),
                row.getString("topic"),
                row.getString("words"),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("person") == null ? null : contacts.person(row),
                row.getObject("taken_on", LocalDate.class),
                row.getObject("served_on", LocalDate.class),
                row.getObject("minutes", Integer.class),
                row.getObject("people", Integer.class),
                row.getObject("rating", Integer.class));
    }
}
