package org.kepu.people.expert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.PersonContacts;
import org.kepu.people.Persons;
import org.kepu.privacy.Purposes;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The experts of a division: entered with how they agreed, told otherwise, gone with a reason; by whom they are not asked. */
@Service
public class Experts {

    private static final int MOST = 500;

    static final String EXPERT = "select e.*, " + PersonContacts.COLUMNS + """
            , (select count(*) from people.invitation i where i.expert = e.id and i.state in ('SENT', 'ACCEPTED', 'PROPOSED', 'SERVED')
                      and extract(year from i.starts_at at time zone 'Asia/Shanghai') = :year) as asked
            from people.expert e join people.person p on p.id = e.person
            where\s""";

    private final JdbcClient database;
    private final Persons persons;
    private final PersonContacts contacts;
    private final Regions regions;
    private final Bodies bodies;
    private final Purposes purposes;
    private final Trail trail;
    private final Clock clock;

    Experts(
            JdbcClient database,
            Persons persons,
            PersonContacts contacts,
            Regions regions,
            Bodies bodies,
            Purposes purposes,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.contacts = contacts;
        this.regions = regions;
        this.bodies = bodies;
        this.purposes = purposes;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of keeping an expert. */
    public sealed interface Kept {

        record Done(UUID id) implements Kept {}

        /** They are on the list already, perhaps of another division. */
        record Already() implements Kept {}

        /** Another name is on record with this number. */
        record OtherName() implements Kept {}

        record OutOfReach() implements Kept {}

        /** Somebody else changed it meanwhile. */
        record Overtaken() implements Kept {}
    }

    /** A body by which an expert is not to be asked. */
    public record Recusal(Body body, String why) {}

    private record Row(UUID body, String why) {}

    /**
     * Those within reach who serve, by the turn in which they are rung up and then by division.
     *
     * @param field a code of GB/T 13745; empty for all
     * @param words in topics, workplace or rank; empty for all
     */
    @Transactional(readOnly = true)
    public List<Expert> all(Scope scope, String field, String words) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql(EXPERT + InReach.region("e.region") + """
                         and (:field = '' or :field = any(e.fields))
                         and (:words = '' or strpos(e.topics || ' ' || e.workplace || ' ' || e.rank, :words) > 0)
                        order by e.left_on is not null, e.on_call nulls last, e.region, p.entered_at, e.id limit :most
                        """)
                .param("year", LocalDate.now(clock).getYear())
                .param("field", field)
                .param("words", words)
                .param("most", MOST)
                .params(scope.parameters())
                .query(this::expert)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Expert> find(Scope scope, UUID id) {
        scope.demands(Right.KEEP_EXPERTS);
        return database.sql(EXPERT + "e.id = :id and " + InReach.region("e.region"))
                .param("year", LocalDate.now(clock).getYear())
                .param("id", id)
                .params(scope.parameters())
                .query(this::expert)
                .optional();
    }

    @Transactional
    public Kept enter(Scope scope, ExpertForm form) {
        scope.demands(Right.KEEP_EXPERTS);
        var region = new RegionCode(form.region());
        if (!regions.reaches(scope, region)) {
            return new Kept.OutOfReach();
        }
        var person = persons.keep(form.identity());
        if (person.isEmpty()) {
            return new Kept.OtherName();
        }
        var id = UUID.randomUUID();
        int entered = database.sql("""
                        insert into people.expert (id, person, region, fields, topics, rank, workplace, term_from, term_to, most, on_call,
                                                   published, published_how, agreed_at, agreed_to, agreed_how, version, kept_at, kept_by)
                        values (:id, :person, :region, :fields, :topics, :rank, :workplace, :from, :to, :most, :call::int,
                                :published, :publishedHow, :now, :agreed, :how, 1, :now, :by)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("person", person.get())
                .param("agreed", purposes.version())
                .param("how", form.agreedHow())
                .params(told(scope, form))
                .update();
        if (entered == 0) {
            return new Kept.Already();
        }
        record(scope, "people.act.expert", id, region);
        return new Kept.Done(id);
    }

    /** @throws NotFound if there is no such expert within reach */
    @Transactional
    public Kept change(Scope scope, UUID id, ExpertForm form) {
        scope.demands(Right.KEEP_EXPERTS);
        if (find(scope, id).isEmpty()) {
            throw new NotFound();
        }
        if (!regions.reaches(scope, new RegionCode(form.region()))) {
            return new Kept.OutOfReach();
        }
        int changed = database.sql("""
                        update people.expert set region = :region, fields = :fields, topics = :topics, rank = :rank, workplace = :workplace,
                               term_from = :from, term_to = :to, most = :most, on_call = :call::int, published = :published,
                               published_how = case when :published and :publishedHow = '' then published_how else :publishedHow end, version = version + 1, kept_at = :now, kept_by = :by
                        where id = :id and version = :version and left_on is null
                        """)
                .param("id", id)
                .param("version", form.basedOn())
                .params(told(scope, form))
                .update();
        if (changed == 0) {
            return new Kept.Overtaken();
        }
        record(scope, "people.act.expert-changed", id, new RegionCode(form.region()));
        return new Kept.Done(id);
    }

    private java.util.Map<String, @org.jspecify.annotations.Nullable Object> told(Scope scope, ExpertForm form) {
        var told = new java.util.HashMap<String, @org.jspecify.annotations.Nullable Object>();
        told.put("region", form.region());
        told.put("fields", form.fields().toArray(String[]::new));
        told.put("topics", form.topics());
        told.put("rank", form.rank());
        told.put("workplace", form.workplace());
        told.put("from", java.util.Objects.requireNonNull(form.from()));
        told.put("to", java.util.Objects.requireNonNull(form.to()));
        told.put("most", Integer.parseInt(form.most()));
        told.put("call", form.onCall().isEmpty() ? null : Integer.valueOf(form.onCall()));
        told.put("published", form.isPublished());
        told.put("publishedHow", form.isPublished() ? form.publishedHow() : "");
        told.put("now", clock.instant().atOffset(java.time.ZoneOffset.UTC));
        told.put("by", scope.actor().account());
        return told;
    }

    /** From today on they are not asked any more; says no if they have left. */
    @Transactional
    public boolean leave(Scope scope, UUID id, Reason why) {
        scope.demands(Right.KEEP_EXPERTS);
        var expert = find(scope, id).orElseThrow(NotFound::new);
        int left = database.sql("""
                        update people.expert set left_on = :day, left_why = :why, published = false, published_how = '', on_call = null, version = version + 1
                        where id = :id and left_on is null
                        """)
                .param("day", LocalDate.now(clock))
                .param("why", why.words())
                .param("id", id)
                .update();
        if (left == 1) {
            trail.record(
                    scope.actor(),
                    Act.of(
                                    "people.act.expert-left",
                                    "expert",
                                    id,
                                    regions.get(expert.region()).name())
                            .in(expert.region())
                            .because(why.words()));
        }
        return left == 1;
    }

    /**
     * Who left is on the list again and can be asked within the term; says no if they are on it, or gone for good.
     *
     * @param how they agreed anew
     */
    @Transactional
    public boolean comeBack(Scope scope, UUID id, Reason how) {
        scope.demands(Right.KEEP_EXPERTS);
        var expert = find(scope, id).orElseThrow(NotFound::new);
        int back = database.sql("""
                        update people.expert set left_on = null, left_why = '', agreed_at = :now, agreed_to = :agreed, agreed_how = :how,
                               version = version + 1, kept_at = :now, kept_by = :by
                        where id = :id and left_on is not null
                          and exists (select from people.person p where p.id = expert.person and p.name is not null)
                        """)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("agreed", purposes.version())
                .param("how", how.words())
                .param("by", scope.actor().account())
                .param("id", id)
                .update();
        if (back == 1) {
            record(scope, "people.act.expert-back", id, expert.region());
        }
        return back == 1;
    }

    /** By whom they are not to be asked. */
    @Transactional(readOnly = true)
    public List<Recusal> recusals(Scope scope, UUID id) {
        if (find(scope, id).isEmpty()) {
            throw new NotFound();
        }
        var rows = database.sql("select body, why from people.expert_recusal where expert = :id")
                .param("id", id)
                .query(Row.class)
                .list();
        var known = bodies.all(rows.stream().map(row -> new BodyId(row.body())).toList());
        return rows.stream()
                .filter(row -> known.containsKey(new BodyId(row.body())))
                .map(row -> new Recusal(java.util.Objects.requireNonNull(known.get(new BodyId(row.body()))), row.why()))
                .toList();
    }

    /** From now on they are not to be asked by this body. */
    @Transactional
    public void recuse(Scope scope, UUID id, BodyId body, Reason why) {
        var expert = find(scope, id).orElseThrow(NotFound::new);
        var from = bodies.find(body).orElseThrow(NotFound::new);
        database.sql("""
                        insert into people.expert_recusal (expert, body, why) values (:id, :body, :why)
                        on conflict on constraint expert_recusal_pk do update set why = excluded.why
                        """)
                .param("id", id)
                .param("body", body.value())
                .param("why", why.words())
                .update();
        trail.record(
                scope.actor(),
                Act.of("people.act.recused", "expert", id, from.name())
                        .in(expert.region())
                        .because(why.words()));
    }

    private void record(Scope scope, String key, UUID id, RegionCode region) {
        trail.record(
                scope.actor(),
                Act.of(key, "expert", id, regions.get(region).name()).in(region));
    }

    private Expert expert(ResultSet row, int number) throws SQLException {
        return new Expert(
                row.getObject("id", UUID.class),
                contacts.person(row),
                new RegionCode(row.getString("region")),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getString("topics"),
                row.getString("rank"),
                row.getString("workplace"),
                row.getObject("term_from", LocalDate.class),
                row.getObject("term_to", LocalDate.class),
                row.getInt("most"),
                row.getObject("on_call", Integer.class),
                row.getBoolean("published"),
                row.getObject("left_on", LocalDate.class),
                row.getInt("version"),
                row.getInt("asked"));
    }

    /** Lets nobody else settle what is asked of an expert until the transaction is over. */
    void lock(UUID expert) {
        database.sql("select id from people.expert where id = :id for update")
                .param("id", expert)
                .query(row -> {});
    }
}
