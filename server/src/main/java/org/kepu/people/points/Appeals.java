package org.kepu.people.points;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.ServiceLetters;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What volunteers hold to be wrong of their hours or points (异议), answered by the team with a reason. */
@Service
public class Appeals {

    private static final String APPEAL = """
            select a.id, d.shift, s.title, a.about, a.words, a.made_at, a.upheld, a.answer
            from people.appeal a join people.duty d on d.id = a.duty join people.shift s on s.id = d.shift
                 join people.team t on t.id = s.team
            """;

    private final JdbcClient database;
    private final ServiceLetters letters;
    private final Trail trail;
    private final Clock clock;

    Appeals(JdbcClient database, ServiceLetters letters, Trail trail, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.trail = trail;
        this.clock = clock;
    }

    /** Of what it speaks. */
    public enum About {
        HOURS,
        POINTS;

        /** The key of its name on screen. */
        public String messageKey() {
            return "people.appeal." + name();
        }
    }

    /**
     * An appeal.
     *
     * @param upheld null while nobody has answered
     */
    public record Appeal(
            UUID id,
            UUID shift,
            String title,
            About about,
            String words,
            Instant at,
            @Nullable Boolean upheld,
            String answer) {}

    private record Row(
            UUID id,
            UUID shift,
            String title,
            String about,
            String words,
            OffsetDateTime madeAt,
            @Nullable Boolean upheld,
            String answer) {

        Appeal appeal() {
            return new Appeal(id, shift, title, About.valueOf(about), words, madeAt.toInstant(), upheld, answer);
        }
    }

    private record Place(UUID volunteer, String title, String region) {}

    /** Says that something is wrong; says no while an answer to the same is awaited. */
    @Transactional
    public boolean make(UUID volunteer, UUID duty, About about, Reason words) {
        int made = database.sql("""
                        insert into people.appeal (id, volunteer, duty, about, words, made_at)
                        select gen_random_uuid(), volunteer, id, :about, :words, :now from people.duty
                        where id = :duty and volunteer = :volunteer
                        on conflict do nothing
                        """)
                .param("about", about.name())
                .param("words", words.words())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("duty", duty)
                .param("volunteer", volunteer)
                .update();
        return made == 1;
    }

    /** The volunteer's own, the last first. */
    @Transactional(readOnly = true)
    public List<Appeal> of(UUID volunteer) {
        return database
                .sql(APPEAL + "where a.volunteer = :volunteer order by a.made_at desc")
                .param("volunteer", volunteer)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::appeal)
                .toList();
    }

    /** Those of a team, the open ones first. */
    @Transactional(readOnly = true)
    public List<Appeal> of(Scope scope, UUID team) {
        scope.demands(Right.RUN_TEAMS);
        return database
                .sql(APPEAL + "where t.id = :team and " + InReach.TEAM
                        + " order by a.answered_at is not null, a.made_at desc limit 200")
                .param("team", team)
                .params(scope.parameters())
                .query(Row.class)
                .list()
                .stream()
                .map(Row::appeal)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Appeal> find(Scope scope, UUID id) {
        scope.demands(Right.RUN_TEAMS);
        return database.sql(APPEAL + "where a.id = :id and " + InReach.TEAM)
                .param("id", id)
                .params(scope.parameters())
                .query(Row.class)
                .optional()
                .map(Row::appeal);
    }

    /**
     * Answers; says no if it was answered already.
     *
     * @throws NotFound if there is no such appeal within reach
     */
    @Transactional
    public boolean answer(Scope scope, UUID id, boolean upheld, Reason answer) {
        scope.demands(Right.RUN_TEAMS);
        var place = database.sql("""
                        select a.volunteer, s.title, s.region from people.appeal a join people.duty d on d.id = a.duty
                             join people.shift s on s.id = d.shift join people.team t on t.id = s.team
                        where a.id = :id and\s""" + InReach.TEAM)
                .param("id", id)
                .params(scope.parameters())
                .query(Place.class)
                .optional()
                .orElseThrow(NotFound::new);
        int answered = database.sql("""
                        update people.appeal set upheld = :upheld, answer = :answer, answered_at = :now, answered_by = :by
                        where id = :id and answered_at is null
                        """)
                .param("upheld", upheld)
                .param("answer", answer.words())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .param("id", id)
                .update();
        if (answered == 0) {
            return false;
        }
        trail.record(
                scope.actor(),
                Act.of("people.act.answered", "appeal", id, place.title())
                        .in(new RegionCode(place.region()))
                        .because(answer.words()));
        letters.send(place.volunteer(), "people.letter.answered", place.title(), answer.words());
        return true;
    }
}
