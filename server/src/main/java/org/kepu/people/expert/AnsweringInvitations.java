package org.kepu.people.expert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.guard.Limit;
import org.kepu.guard.Limits;
import org.kepu.guard.SpokenCode;
import org.kepu.shared.Actor;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Experts answer invitations by their link, without an account: yes, no with a reason, or another time. */
@Service
public class AnsweringInvitations {

    /** Who answers by the link. */
    private static final Actor EXPERT = Actor.program("expert");

    private final JdbcClient database;
    private final Hindrances hindrances;
    private final Vault vault;
    private final Limits limits;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnsweringInvitations(
            JdbcClient database,
            Hindrances hindrances,
            Vault vault,
            Limits limits,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.hindrances = hindrances;
        this.vault = vault;
        this.limits = limits;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How often links may be tried that there are not. */
    enum LinkLimit implements Limit {
        WRONG_LINKS_OF_INVITATIONS;

        @Override
        public Bound bound() {
            return new Bound(30, Duration.ofHours(1), false);
        }
    }

    /** What became of an answer. */
    public enum Answered {
        DONE,
        /** It is withdrawn, over, or answered finally. */
        TOO_LATE,
        /** At that time they have promised to be elsewhere. */
        ELSEWHERE,
        UNKNOWN;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "people.invitation.answered." + name();
        }
    }

    /** @param address from which it was asked */
    public Optional<Invitation> find(String link, String address) {
        var place = Limits.place(address);
        if (limits.isShut(LinkLimit.WRONG_LINKS_OF_INVITATIONS, place)) {
            return Optional.empty();
        }
        var found = read(link, "");
        if (found.isEmpty()) {
            limits.count(LinkLimit.WRONG_LINKS_OF_INVITATIONS, place);
        }
        return found;
    }

    /** Whether it can be answered now. */
    public boolean isOpen(Invitation invitation) {
        return invitation.awaitsAnswer(clock.instant());
    }

    /** They come, and agree that the invitation's body reaches them for it. */
    public Answered accept(String link, String address) {
        return answer(link, address, Invitation.State.ACCEPTED, "", null);
    }

    public Answered decline(String link, String address, Reason why) {
        return answer(link, address, Invitation.State.DECLINED, why.words(), null);
    }

    public Answered propose(String link, String address, Instant at, Reason why) {
        return answer(link, address, Invitation.State.PROPOSED, why.words(), at);
    }

    private Answered answer(
            String link, String address, Invitation.State to, String reason, @Nullable Instant proposed) {
        return find(link, address)
                .map(found -> Optional.ofNullable(
                                transaction.execute(status -> answer(found.expert(), link, to, reason, proposed)))
                        .orElseThrow())
                .orElse(Answered.UNKNOWN);
    }

    /** The expert is locked first, then what stands is read again. */
    private Answered answer(UUID expert, String link, Invitation.State to, String reason, @Nullable Instant proposed) {
        var region = database.sql("select region from people.expert where id = :id for update")
                .param("id", expert)
                .query(String.class)
                .single();
        var now = clock.instant();
        var invitation = read(link, " for update of i").orElseThrow();
        if (!invitation.awaitsAnswer(now) || proposed != null && !proposed.isAfter(now)) {
            return Answered.TOO_LATE;
        }
        if (to == Invitation.State.ACCEPTED
                && hindrances.isPromised(expert, invitation.id(), invitation.starts(), invitation.ends())) {
            return Answered.ELSEWHERE;
        }
        database.sql("""
                        update people.invitation set state = :state, reason = :reason, proposed_at = :proposed, answered_at = :now where id = :id
                        """)
                .param("state", to.name())
                .param("reason", reason)
                .param("proposed", InvitationRows.at(proposed))
                .param("now", InvitationRows.at(now))
                .param("id", invitation.id())
                .update();
        trail.record(
                EXPERT,
                Act.of("people.act.answer." + to.name(), "invitation", invitation.id(), invitation.title())
                        .in(new RegionCode(region))
                        .because(reason));
        return Answered.DONE;
    }

    private Optional<Invitation> read(String link, String lock) {
        return database.sql(InvitationRows.SELECT + "i.digest = :digest" + lock)
                .param("digest", vault.fingerprint(InvitingExperts.DIGEST, SpokenCode.bare(link)))
                .query(InvitationRows::read)
                .optional();
    }
}
