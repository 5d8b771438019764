package org.kepu.activity.school;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.Source;
import org.kepu.indicator.target.Semester;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters schools and their numbers; each is a fact at once. */
@Service
class KeepingSchools {

    private final JdbcClient database;
    private final Schools schools;
    private final Bodies bodies;
    private final Regions regions;
    private final Facts facts;
    private final Trail trail;
    private final Clock clock;

    KeepingSchools(
            JdbcClient database,
            Schools schools,
            Bodies bodies,
            Regions regions,
            Facts facts,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.schools = schools;
        this.bodies = bodies;
        this.regions = regions;
        this.facts = facts;
        this.trail = trail;
        this.clock = clock;
    }

    /** What came of entering a school. */
    enum Outcome {
        DONE,
        /** Somebody else entered one by this code, or changed this one or its numbers. */
        TAKEN,
        /** The division is not within reach, and the keeper is not one's own body; or the keeper is neither of that division nor of one above it. */
        OUT_OF_REACH
    }

    /** Enters a new school. Sent twice, it is one. */
    @Transactional
    Outcome enter(Scope scope, SchoolForm form) {
        scope.demands(Right.RUN_ACTIVITIES);
        var school = school(form, 1);
        if (!mayKeep(scope, school)) {
            return Outcome.OUT_OF_REACH;
        }
        if (schools.find(scope, Right.RUN_ACTIVITIES, school.code())
                .filter(school::equals)
                .isPresent()) {
            return Outcome.DONE;
        }
        if (write(scope, school, """
                insert into activity.school (code, name, region, keeper, stage, rural, opened, closed, version, written_at, written_by)
                values (:code, :name, :region, :keeper, :stage, :rural, :opened, :closed, :version, :now, :by)
                on conflict do nothing
                """) == 0) {
            return Outcome.TAKEN;
        }
        opened(scope, school);
        closed(scope, school, null);
        trail.record(scope.actor(), act("school.act.entered", school));
        return Outcome.DONE;
    }

    /** Changes one, unless somebody else did since it was read. Its code stays. */
    @Transactional
    Outcome change(Scope scope, String code, SchoolForm form) {
        scope.demands(Right.RUN_ACTIVITIES);
        var before = schools.toChange(scope, code).orElseThrow(NotFound::new);
        var now = school(form, form.basedOn() + 1);
        if (!now.code().equals(code) || !mayKeep(scope, now)) {
            return Outcome.OUT_OF_REACH;
        }
        if (before.version() != form.basedOn()) {
            return Outcome.TAKEN;
        }
        write(scope, now, """
                update activity.school
                set name = :name, region = :region, keeper = :keeper, stage = :stage, rural = :rural, opened = :opened, closed = :closed,
                    version = :version, written_at = :now, written_by = :by
                where code = :code
                """);
        opened(scope, now);
        closed(scope, now, before.closed());
        trail.record(
                scope.actor(),
                act("school.act.changed", now)
                        .changed("school.column.name", before.name(), now.name())
                        .changed("school.column.region", before.region(), now.region())
                        .changed("school.closed", before.closed(), now.closed()));
        return Outcome.DONE;
    }

    private int write(Scope scope, School school, String statement) {
        return database.sql(statement)
                .param("code", school.code())
                .param("name", school.name())
                .param("region", school.region().value())
                .param("keeper", school.keeper().value())
                .param("stage", school.stage().name())
                .param("rural", school.rural())
                .param("opened", school.opened())
                .param("closed", school.closed())
                .param("version", school.version())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .update();
    }

    /** Keeps the numbers of a semester that were told, and says whether any is new; what was told before and is the same stays. */
    @Transactional
    boolean numbers(Scope scope, String code, Semester semester, Map<SchoolNumber, Integer> numbers) {
        scope.demands(Right.RUN_ACTIVITIES);
        var school = schools.toChange(scope, code).orElseThrow(NotFound::new);
        var changed = false;
        for (var told : numbers.entrySet()) {
            changed |= tell(scope, school, semester, told.getKey(), told.getValue());
        }
        return changed;
    }

    /**
     * The same of somebody who read what was told before.
     *
     * @param seen what that was, see {@link SchoolNumber#seen}
     * @return {@link Outcome#TAKEN} if somebody else told otherwise since
     */
    @Transactional
    Outcome numbers(Scope scope, String code, Semester semester, String seen, Map<SchoolNumber, Integer> numbers) {
        scope.demands(Right.RUN_ACTIVITIES);
        if (schools.toChange(scope, code).isEmpty()) {
            throw new NotFound();
        }
        var told = told(code, semester);
        if (!SchoolNumber.seen(told).equals(seen) && !told.entrySet().containsAll(numbers.entrySet())) {
            return Outcome.TAKEN;
        }
        numbers(scope, code, semester, numbers);
        return Outcome.DONE;
    }

    private Map<SchoolNumber, Integer> told(String code, Semester semester) {
        return database
                .sql("select what, number from activity.school_number where school = :school and semester = :semester")
                .param("school", code)
                .param("semester", semester.from())
                .query((row, line) -> Map.entry(SchoolNumber.valueOf(row.getString("what")), row.getInt("number")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Told(int version, @Nullable Integer before) {}

    private boolean tell(Scope scope, School school, Semester semester, SchoolNumber what, int number) {
        var told = database.sql("""
                        insert into activity.school_number (school, semester, what, number, version)
                        values (:school, :semester, :what, :number, 1)
                        on conflict on constraint school_number_pk do update
                        set number = excluded.number, version = school_number.version + 1
                        where school_number.number <> excluded.number
                        returning version, old.number as before
                        """)
                .param("school", school.code())
                .param("semester", semester.from())
                .param("what", what.name())
                .param("number", number)
                .query(Told.class)
                .optional();
        if (told.isEmpty()) {
            return false;
        }
        count(scope, school, semester, what, number, told.get().version());
        trail.record(
                scope.actor(),
                act("school.act.number", school)
                        .changed(what.messageKey(), told.get().before(), number));
        return true;
    }

    private void count(Scope scope, School school, Semester semester, SchoolNumber what, int number, int version) {
        var row = school.code() + "/" + semester.from() + "/" + what;
        record(scope, fact(school, row, version, what.fact(), semester.from()).with(new Amounts(0, 0, 0, 0, number)));
    }

    private void opened(Scope scope, School school) {
        record(scope, fact(school, school.code() + "/open", school.version(), "SCHOOL_OPEN", school.opened()));
    }

    /** From the day on which it closed it is counted no more. */
    private void closed(Scope scope, School school, @Nullable LocalDate before) {
        var closed = school.closed();
        if (Objects.equals(closed, before)) {
            return;
        }
        var time = database.sql("update activity.school set closing = closing + 1 where code = :code returning closing")
                .param("code", school.code())
                .query(Integer.class)
                .single();
        var row = school.code() + "/closed";
        if (closed == null) {
            check(facts.withdraw(scope.actor(), new Source(SchoolOrigin.SOURCE, row, time)));
        } else {
            record(scope, fact(school, row, time, "SCHOOL_OPEN", closed).with(Amounts.NONE));
        }
    }

    private static Fact fact(School school, String id, int version, String kind, LocalDate day) {
        return Fact.of(new Source(SchoolOrigin.SOURCE, id, version), kind, day, school.region(), school.name())
                .inRuralArea(school.rural())
                .by(List.of(school.keeper()))
                .about(school.thing());
    }

    private void record(Scope scope, Fact fact) {
        check(facts.record(scope.actor(), fact));
    }

    private static void check(Recorded answer) {
        if (answer instanceof Recorded.Refused(var reason)) {
            throw new IllegalStateException("a fact of a school is refused: " + reason);
        }
    }

    /** Nobody names a keeper from elsewhere, nor enters a school where their body has none. */
    private boolean mayKeep(Scope scope, School school) {
        return bodies.find(school.keeper())
                        .filter(keeper -> regions.covers(keeper.region(), school.region()))
                        .isPresent()
                && (regions.reaches(scope, school.region()) || scope.bodies().contains(school.keeper()));
    }

    private static School school(SchoolForm form, int version) {
        return new School(
                form.code(),
                form.name(),
                new RegionCode(form.region()),
                new BodyId(Objects.requireNonNull(form.keeper())),
                Objects.requireNonNull(form.stage()),
                form.isRural(),
                Objects.requireNonNull(form.opened()),
                form.closed(),
                version);
    }

    private static Act act(String key, School school) {
        return Act.of(key, "school", school.code(), school.name()).in(school.region());
    }
}
