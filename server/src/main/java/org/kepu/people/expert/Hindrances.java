package org.kepu.people.expert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.people.ServiceChoices;
import org.kepu.people.expert.InvitingExperts.Why;
import org.kepu.people.tour.TourStops;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands against asking an expert for a time: the caller holds a lock on the expert. */
@Component
class Hindrances {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient database;
    private final ServiceChoices choices;
    private final TourStops stops;
    private final Clock clock;

    Hindrances(JdbcClient database, ServiceChoices choices, TourStops stops, Clock clock) {
        this.database = database;
        this.choices = choices;
        this.stops = stops;
        this.clock = clock;
    }

    /** The first thing that stands against an invitation, its tour aside; empty if nothing does. */
    Optional<Why> against(Scope scope, Expert expert, InvitingForm form) {
        return isOutOfReach(scope, form).or(() -> against(expert, form));
    }

    /** Where an invitation has its place in its tour; null if it belongs to none. */
    TourStops.@Nullable Fit fit(Scope scope, InvitingForm form) {
        return form.tour() == null
                ? null
                : stops.fit(scope, form.tour(), new RegionCode(form.region()), form.beginsOn());
    }

    private Optional<Why> isOutOfReach(Scope scope, InvitingForm form) {
        var body = form.body();
        if (!choices.reaches(scope, new RegionCode(form.region()))) {
            return Optional.of(Why.NOWHERE);
        }
        return body == null || !choices.reaches(scope, new BodyId(body)) ? Optional.of(Why.STRANGER) : Optional.empty();
    }

    private Optional<Why> against(Expert expert, InvitingForm form) {
        var begins = form.begins().orElseThrow();
        var over = form.over().orElseThrow();
        var day = begins.atZone(HERE).toLocalDate();
        if (!begins.isAfter(clock.instant())) {
            return Optional.of(Why.PAST);
        }
        if (!expert.serves(day)) {
            return Optional.of(Why.NO_TERM);
        }
        if (isRecused(expert.id(), form.body())) {
            return Optional.of(Why.RECUSED);
        }
        if (asked(expert.id(), day) >= expert.most()) {
            return Optional.of(Why.LOAD);
        }
        return isPromised(expert.id(), null, begins, over) ? Optional.of(Why.ELSEWHERE) : Optional.empty();
    }

    private boolean isRecused(UUID expert, @Nullable UUID body) {
        return database.sql(
                        "select exists (select from people.expert_recusal where expert = :expert and body = :body::uuid)")
                .param("expert", expert)
                .param("body", body)
                .query(Boolean.class)
                .single();
    }

    private int asked(UUID expert, LocalDate day) {
        return database.sql("""
                        select count(*) from people.invitation where expert = :expert and state in ('SENT', 'ACCEPTED', 'PROPOSED', 'SERVED')
                          and extract(year from starts_at at time zone 'Asia/Shanghai') = :year
                        """)
                .param("expert", expert)
                .param("year", day.getYear())
                .query(Integer.class)
                .single();
    }

    /** @param but an invitation that does not stand in its own way */
    boolean isPromised(UUID expert, @Nullable UUID but, Instant begins, Instant over) {
        return database.sql("""
                        select exists (select from people.invitation where expert = :expert and id is distinct from :but::uuid
                                       and state in ('ACCEPTED', 'SERVED') and tstzrange(starts_at, ends_at) && tstzrange(:from, :to))
                        """)
                .param("expert", expert)
                .param("but", but)
                .param("from", InvitationRows.at(begins))
                .param("to", InvitationRows.at(over))
                .query(Boolean.class)
                .single();
    }

    /** Whether the time that the expert proposed lies ahead, within the term, and nothing else is promised then. */
    boolean isFree(Expert expert, Invitation invitation, Instant now) {
        var begins = invitation.proposed();
        return invitation.state() == Invitation.State.PROPOSED
                && begins != null
                && begins.isAfter(now)
                && expert.serves(begins.atZone(HERE).toLocalDate())
                && !isRecused(expert.id(), invitation.body().value())
                && hasRoom(expert, invitation, begins)
                && isOnTour(invitation, begins)
                && !isPromised(
                        expert.id(), invitation.id(), begins, begins.plus(Duration.ofMinutes(invitation.minutes())));
    }

    private boolean isOnTour(Invitation invitation, Instant begins) {
        return invitation.tour() == null
                || stops.holds(invitation.tour(), begins.atZone(HERE).toLocalDate());
    }

    /** The invitation is counted in its own year already. */
    private boolean hasRoom(Expert expert, Invitation invitation, Instant begins) {
        var day = begins.atZone(HERE).toLocalDate();
        return day.getYear() == invitation.starts().atZone(HERE).getYear() || asked(expert.id(), day) < expert.most();
    }
}
