package org.kepu.people.expert;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.guard.SpokenCode;
import org.kepu.notice.Channels;
import org.kepu.notice.Message.Channel;
import org.kepu.page.NotFound;
import org.kepu.page.SiteAddress;
import org.kepu.people.ServiceLetters;
import org.kepu.people.tour.TourStops.Fit;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites experts, each time anew with their word; notes what came of it, as a fact, and thanks them. */
@Service
public class InvitingExperts {

    static final String DIGEST = "people.invitation.digest";

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private final JdbcClient database;
    private final Experts experts;
    private final Hindrances hindrances;
    private final FactsOfExperts facts;
    private final ExpertStatements statements;
    private final ServiceLetters letters;
    private final Channels channels;
    private final SiteAddress site;
    private final Vault vault;
    private final RandomGenerator chance;
    private final Trail trail;
    private final Clock clock;

    InvitingExperts(
            JdbcClient database,
            Experts experts,
            Hindrances hindrances,
            FactsOfExperts facts,
            ExpertStatements statements,
            ServiceLetters letters,
            Channels channels,
            SiteAddress site,
            Vault vault,
            RandomGenerator chance,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.experts = experts;
        this.hindrances = hindrances;
        this.facts = facts;
        this.statements = statements;
        this.letters = letters;
        this.channels = channels;
        this.site = site;
        this.vault = vault;
        this.chance = chance;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of inviting. */
    public sealed interface Invited {

        /**
         * It is on its way.
         *
         * @param link to hand over, said once; null if a message brings it, which none does where no text messages leave
         */
        record Sent(@Nullable String link) implements Invited {}

        /** The same form was sent before. */
        record Before() implements Invited {}

        record Refused(Why why) implements Invited {}
    }

    /** Why an expert is not asked. */
    public enum Why {
        /** Their term does not hold on that day. */
        NO_TERM,
        /** They are asked as often in the year as they agreed to. */
        LOAD,
        /** Not by this body. */
        RECUSED,
        /** At that time they have promised to be elsewhere. */
        ELSEWHERE,
        /** The day is past. */
        PAST,
        /** The place is no division within reach. */
        NOWHERE,
        /** The body is not one for which the clerk may ask. */
        STRANGER,
        /** There is no such tour within reach, or it is called off. */
        NO_TOUR,
        /** The tour does not go to this place. */
        NO_STOP,
        /** The tour is on other days. */
        OTHER_DAYS,
        /** Its form was sent before, and said something else. */
        OTHERWISE;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "people.not-invited." + name();
        }
    }

    /**
     * Invites an expert.
     *
     * @throws NotFound if there is no such expert within reach
     */
    @Transactional
    public Invited invite(Scope scope, UUID id, InvitingForm form) {
        scope.demands(Right.KEEP_EXPERTS);
        experts.lock(id);
        var expert = experts.find(scope, id).orElseThrow(NotFound::new);
        var before = before(form);
        if (before.isPresent()) {
            return before.get().expert().equals(id) && before.get().says(form)
                    ? new Invited.Before()
                    : new Invited.Refused(Why.OTHERWISE);
        }
        var begins = form.begins().orElseThrow();
        var over = form.over().orElseThrow();
        var against = hindrances.against(scope, expert, form);
        if (against.isPresent()) {
            return new Invited.Refused(against.get());
        }
        var fit = hindrances.fit(scope, form);
        if (fit instanceof Fit.Not not) {
            return new Invited.Refused(why(not));
        }
        var banner = fit instanceof Fit.At(var at) ? at.value() : null;
        var code = SpokenCode.random(chance);
        var invitation = form.key() == null ? UUID.randomUUID() : form.key();
        database.sql("""
                        insert into people.invitation (id, expert, body, title, region, place, starts_at, ends_at, words, tour, banner, digest, state,
                                                       sent_at, sent_by)
                        values (:id, :expert, :body, :title, :region, :place, :starts, :ends, :words, :tour, :banner, :digest, 'SENT', :now, :by)
                        """)
                .param("id", invitation)
                .param("expert", id)
                .param("body", form.body())
                .param("title", form.title())
                .param("region", form.region())
                .param("place", form.place())
                .param("starts", InvitationRows.at(begins))
                .param("ends", InvitationRows.at(over))
                .param("words", form.words())
                .param("tour", form.tour())
                .param("banner", banner)
                .param("digest", vault.fingerprint(DIGEST, code))
                .param("now", InvitationRows.at(clock.instant()))
                .param("by", scope.actor().account())
                .update();
        var link = site.of("/experts/invitations/" + code);
        var sent = letters.sendSecret(expert.person().id(), "people.letter.invited", form.title(), link);
        trail.record(
                scope.actor(),
                Act.of("people.act.invited", "invitation", invitation, form.title())
                        .in(expert.region()));
        return new Invited.Sent(sent && channels.leave(Channel.SMS) ? null : link);
    }

    private Optional<Invitation> before(InvitingForm form) {
        return form.key() == null
                ? Optional.empty()
                : database.sql(InvitationRows.SELECT + "i.id = :key")
                        .param("key", form.key())
                        .query(InvitationRows::read)
                        .optional();
    }

    private static Why why(Fit.Not not) {
        return switch (not) {
            case NO_TOUR -> Why.NO_TOUR;
            case NO_STOP -> Why.NO_STOP;
            case OTHER_DAYS -> Why.OTHER_DAYS;
        };
    }

    /** The invitations of an expert, the latest first. */
    @Transactional(readOnly = true)
    public List<Invitation> of(Scope scope, UUID expert) {
        if (experts.find(scope, expert).isEmpty()) {
            throw new NotFound();
        }
        return database.sql(InvitationRows.SELECT + "i.expert = :expert order by i.starts_at desc, i.id limit 200")
                .param("expert", expert)
                .query(InvitationRows::read)
                .list();
    }

    /** What a clerk does with an invitation. */
    public enum Settling {
        WITHDRAW,
        SERVED,
        MISSED,
        /** The time that the expert proposed suits: that is promised now. */
        ADOPT,
        /** It was noted wrongly as served: it stands as accepted again. */
        TAKE_BACK;

        boolean needsReason() {
            return this == WITHDRAW || this == TAKE_BACK;
        }

        private Invitation.State to() {
            return switch (this) {
                case WITHDRAW -> Invitation.State.WITHDRAWN;
                case SERVED -> Invitation.State.SERVED;
                case MISSED -> Invitation.State.MISSED;
                case ADOPT, TAKE_BACK -> Invitation.State.ACCEPTED;
            };
        }

        static Optional<Settling> read(String written) {
            return java.util.Arrays.stream(values())
                    .filter(one -> one.name().equals(written))
                    .findFirst();
        }
    }

    /**
     * Withdraws an invitation, notes what came of it, or takes that back; says no if that cannot be now.
     *
     * @param attendances how many came, if it was served
     * @param why of withdrawing or taking back
     */
    @Transactional
    public boolean settle(
            Scope scope, UUID expert, UUID id, Settling settling, @Nullable Integer attendances, @Nullable Reason why) {
        scope.demands(Right.KEEP_EXPERTS);
        experts.lock(expert);
        var of = experts.find(scope, expert).orElseThrow(NotFound::new);
        var invitation = this.of(scope, expert).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        var now = clock.instant();
        var may = switch (settling) {
            case WITHDRAW -> invitation.isOpen(now) && why != null;
            case SERVED ->
                invitation.state() == Invitation.State.ACCEPTED
                        && !now.isBefore(invitation.ends())
                        && attendances != null;
            case ADOPT -> hindrances.isFree(of, invitation, now);
            case TAKE_BACK -> invitation.state() == Invitation.State.SERVED && why != null;
            case MISSED -> invitation.state() == Invitation.State.ACCEPTED && !now.isBefore(invitation.ends());
        };
        if (!may) {
            return false;
        }
        if (settling == Settling.TAKE_BACK && why != null) {
            statements.revoke(scope.actor(), invitation, why);
        }
        database.sql("""
                        update people.invitation set state = :state, attendances = :attendances::int, reason = :reason, settled_at = :now, settled_by = :by,
                               starts_at = case when :adopted then proposed_at else starts_at end,
                               ends_at = case when :adopted then proposed_at + (ends_at - starts_at) else ends_at end
                        where id = :id
                        """)
                .param("state", settling.to().name())
                .param("attendances", settling == Settling.SERVED ? attendances : null)
                .param("reason", why == null ? "" : why.words())
                .param("now", InvitationRows.at(now))
                .param("by", scope.actor().account())
                .param("adopted", settling == Settling.ADOPT)
                .param("id", id)
                .update();
        var act = Act.of("people.act.invitation." + settling.name(), "invitation", id, invitation.title())
                .in(of.region());
        trail.record(scope.actor(), why == null ? act : act.because(why.words()));
        if (settling == Settling.SERVED && attendances != null) {
            facts.tell(scope.actor(), of.person().id(), invitation, attendances);
            letters.send(of.person().id(), "people.letter.thanks", invitation.title(), attendances);
        } else if (settling == Settling.ADOPT && invitation.proposed() != null) {
            letters.send(
                    of.person().id(),
                    "people.letter.adopted",
                    invitation.title(),
                    TIME.format(invitation.proposed().atZone(HERE)));
        } else if (settling == Settling.TAKE_BACK && why != null) {
            facts.takeBack(scope.actor(), invitation);
        } else if (settling == Settling.WITHDRAW && why != null) {
            letters.send(of.person().id(), "people.letter.withdrawn", invitation.title(), why.words());
        }
        return true;
    }
}
