package org.kepu.activity.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Rows;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.certificate.Certificate;
import org.kepu.certificate.Certificates;
import org.kepu.page.NotFound;
import org.kepu.shared.Masked;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who learns in a class (学员): entered by hand or from a list, each once in a class by their telephone number. */
@Service
public class Trainees {

    /** The most trainees of a class. */
    public static final int MOST = 2000;

    private static final String TRAINEE = """
            select t.*, came.minutes, came.sessions
            from activity.trainee t join activity.activity a on a.id = t.activity
                 cross join lateral (
                     select coalesce(sum(extract(epoch from ends_at - starts_at) / 60), 0)::int as minutes, count(*)::int as sessions
                     from activity.attendance join activity.session on session.id = attendance.session
                     where trainee = t.id and cancelled_at is null) came
            """;

    private final JdbcClient database;
    private final TrainingClasses classes;
    private final OwnActivities activities;
    private final TraineeContacts contacts;
    private final Certificates certificates;
    private final Trail trail;
    private final Clock clock;

    Trainees(
            JdbcClient database,
            TrainingClasses classes,
            OwnActivities activities,
            TraineeContacts contacts,
            Certificates certificates,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.classes = classes;
        this.activities = activities;
        this.contacts = contacts;
        this.certificates = certificates;
        this.trail = trail;
        this.clock = clock;
    }

    /** A trainee with name and number in clear, for use cases of this package. */
    record InFull(
            Trainee trainee,
            String name,
            @Nullable PhoneNumber phone,
            @Nullable String print) {

        boolean says(TraineeEntry entry) {
            return name.equals(entry.name())
                    && trainee.category().equals(entry.category())
                    && java.util.Objects.equals(trainee.rural(), entry.rural())
                    && java.util.Objects.equals(trainee.mark(), entry.mark());
        }

        @Override
        public String toString() {
            return "InFull[" + trainee.id() + "]";
        }
    }

    /** What became of taking a trainee off the list. */
    public enum Removal {
        DONE,
        /** They hold a certificate. */
        CERTIFIED
    }

    /** All trainees of a class, in the order in which they were entered. */
    @Transactional(readOnly = true)
    public List<Trainee> of(Scope scope, ActivityId id) {
        return inFull(scope, id).stream().map(InFull::trainee).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Trainee> find(Scope scope, ActivityId id, UUID trainee) {
        return of(scope, id).stream().filter(one -> one.id().equals(trainee)).findFirst();
    }

    /** Enters one; says no if the number is on the list already, or the list is full. */
    @Transactional
    public boolean enter(Scope scope, ActivityId id, TraineeEntry entry) {
        scope.demands(Right.RUN_ACTIVITIES);
        classes.locked(scope, id);
        var known = inFull(scope, id);
        var print = contacts.print(entry.phone());
        if (known.size() >= MOST || known.stream().anyMatch(one -> print.equals(one.print()))) {
            return false;
        }
        enterAll(scope, id, List.of(entry));
        return true;
    }

    /**
     * Enters those that are new, and takes over what is told otherwise of those who are known by their number.
     *
     * @param entries each number once
     */
    @Transactional
    public void enterAll(Scope scope, ActivityId id, List<TraineeEntry> entries) {
        scope.demands(Right.RUN_ACTIVITIES);
        var of = classes.locked(scope, id);
        database.sql("""
                        insert into activity.trainee (id, activity, category, rural, mark, name, phone, phone_print, entered_at, entered_by)
                        select gen_random_uuid(), :activity, category, rural, mark, name, phone, print, :now, :by
                        from unnest(:categories::text[], :rurals::text[]::boolean[], :marks::text[]::int[], :names::text[],
                                    :phones::text[], :prints::text[])
                             with ordinality as entry (category, rural, mark, name, phone, print, place)
                        order by place
                        on conflict on constraint trainee_once_in_a_class do update
                        set category = excluded.category, rural = excluded.rural, mark = excluded.mark, name = excluded.name
                        """)
                .param("activity", id.value())
                .param("now", Rows.at(clock.instant()))
                .param("by", scope.actor().account())
                .param("categories", texts(entries, TraineeEntry::category))
                .param("rurals", texts(entries, TraineeEntry::rural))
                .param("marks", texts(entries, TraineeEntry::mark))
                .param("names", texts(entries, entry -> contacts.sealName(entry.name())))
                .param("phones", texts(entries, entry -> contacts.sealPhone(entry.phone())))
                .param("prints", texts(entries, entry -> contacts.print(entry.phone())))
                .update();
        classes.touch(of);
        record(scope, id, "training.act.entered", entries.size());
    }

    /**
     * Tells it otherwise what somebody is and what mark they got.
     *
     * @param name put right; null if it is right
     */
    @Transactional
    public void change(
            Scope scope,
            ActivityId id,
            UUID trainee,
            @Nullable String name,
            String category,
            @Nullable Boolean rural,
            @Nullable Integer mark) {
        scope.demands(Right.RUN_ACTIVITIES);
        var of = classes.locked(scope, id);
        int changed = database.sql("""
                        update activity.trainee
                        set category = :category, rural = :rural::boolean, mark = :mark::int,
                            name = case when phone is null then null else coalesce(:name::text, name) end
                        where id = :trainee and activity = :activity
                        """)
                .param("name", name == null ? null : contacts.sealName(name))
                .param("category", category)
                .param("rural", rural)
                .param("mark", mark)
                .param("trainee", trainee)
                .param("activity", id.value())
                .update();
        if (changed == 0) {
            throw new NotFound();
        }
        classes.touch(of);
        record(scope, id, "training.act.changed", 1);
    }

    /** Takes somebody off the list, with their ticks. */
    @Transactional
    public Removal remove(Scope scope, ActivityId id, UUID trainee) {
        scope.demands(Right.RUN_ACTIVITIES);
        var of = classes.locked(scope, id);
        var gone = find(scope, id, trainee).orElseThrow(NotFound::new);
        if (certificates.of(List.of(gone.source())).values().stream().anyMatch(Certificate::holds)) {
            return Removal.CERTIFIED;
        }
        database.sql("delete from activity.trainee where id = :trainee")
                .param("trainee", trainee)
                .update();
        classes.touch(of);
        record(scope, id, "training.act.removed", 1);
        return Removal.DONE;
    }

    List<InFull> inFull(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql(TRAINEE + "where t.activity = :id and " + Rows.IN_REACH + " order by t.turn")
                .param("id", id.value())
                .params(scope.parameters())
                .query(this::read)
                .list();
    }

    private InFull read(ResultSet row, int number) throws SQLException {
        var name = contacts.name(row.getString("name"));
        var phone = contacts.phone(row.getString("phone"));
        return new InFull(
                new Trainee(
                        row.getObject("id", UUID.class),
                        Masked.name(name),
                        phone.map(PhoneNumber::toString).orElse(""),
                        row.getString("category"),
                        row.getObject("rural", Boolean.class),
                        row.getObject("mark", Integer.class),
                        row.getInt("minutes"),
                        row.getInt("sessions")),
                name,
                phone.orElse(null),
                row.getString("phone_print"));
    }

    private void record(Scope scope, ActivityId id, String key, int count) {
        var activity = activities.find(scope, id).orElseThrow(NotFound::new);
        trail.record(
                scope.actor(),
                Act.of(key, "activity", id, activity.title())
                        .in(activity.described().region())
                        .changed("training.trainees", null, count));
    }

    private static @Nullable String[] texts(
            List<TraineeEntry> entries, java.util.function.Function<TraineeEntry, @Nullable Object> column) {
        return entries.stream()
                .map(entry -> {
                    var value = column.apply(entry);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}
