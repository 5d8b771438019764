package org.kepu.access.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.access.PasswordResets;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** A security administrator gives a role to somebody, or takes it back. */
@Service
class Granting {

    private final People people;
    private final Grants grants;
    private final Wishes wishes;
    private final PasswordResets resets;
    private final Trail trail;
    private final Clock clock;

    Granting(People people, Grants grants, Wishes wishes, PasswordResets resets, Trail trail, Clock clock) {
        this.people = people;
        this.grants = grants;
        this.wishes = wishes;
        this.resets = resets;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Gives the role, or says all that speaks against it.
     *
     * @throws NotFound if there is no such account within the scope
     */
    @Transactional
    Granted give(Scope scope, GrantRule.Wanted wanted) {
        var giver = scope.demands(Right.GRANT).actor();
        var holder = people.lock(scope, wanted.holder()).orElseThrow(NotFound::new);
        var broken = GrantRule.broken(wanted, known(scope, wanted, holder));
        if (!broken.isEmpty()) {
            return new Granted.Refused(broken);
        }
        try {
            var starts = wanted.period().start(clock);
            var ends = wanted.period().end(clock).orElse(null);
            var grant = grants.insert(wanted, starts, ends, giver.account(), clock.instant());
            wishes.settledBy(grant, LocalDate.now(clock));
            if (wanted.role().isSeparate()) {
                resets.forget(wanted.holder());
            }
            trail.record(
                    giver,
                    Act.of("access.act.granted", "grant", grant, wanted.place().name())
                            .in(wanted.place().within())
                            .about(wanted.holder())
                            .changed("access.role", null, wanted.role())
                            .changed("access.place", null, wanted.place().key())
                            .changed("access.grant.from", null, wanted.period().from())
                            .changed("access.grant.until", null, wanted.period().until())
                            .because(wanted.reason()));
            return new Granted.Given(grant);
        } catch (DataIntegrityViolationException refusal) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Granted.Refused(List.of(broken(refusal).orElseThrow(() -> refusal)));
        }
    }

    /** Gives a role that was wished for, as it was or otherwise: the wish is settled with it. */
    @Transactional
    Granted fulfil(Scope scope, GrantRule.Wanted wanted, UUID wish) {
        var outcome = give(scope, wanted);
        if (outcome instanceof Granted.Given given) {
            wishes.granted(wish, wanted.holder(), given.grant());
        }
        return outcome;
    }

    /**
     * Says that a wish is not fulfilled; no if it was settled already.
     *
     * @throws NotFound if there is no such account within the scope
     */
    @Transactional
    boolean decline(Scope scope, UUID holder, UUID wish) {
        var by = scope.demands(Right.GRANT).actor();
        var account = people.find(scope, holder).orElseThrow(NotFound::new);
        var declined = wishes.decline(wish, holder, by.account(), scope, clock.instant());
        if (declined) {
            trail.record(
                    by,
                    Act.of("access.act.wish-declined", "account", holder, "")
                            .in(account.region())
                            .about(holder));
        }
        return declined;
    }

    private GrantRule.Known known(Scope scope, GrantRule.Wanted wanted, People.Account holder) {
        var period = wanted.period();
        var meanwhile = period.isOver()
                ? List.<GrantRule.Other>of()
                : grants.meanwhile(
                        wanted.holder(), period.start(clock), period.end(clock).orElse(null));
        return new GrantRule.Known(
                scope.actor().account(),
                people.reaches(scope, wanted.place().within()),
                holder.kind(),
                holder.closed(),
                holder.joined(),
                meanwhile,
                LocalDate.now(clock));
    }

    private static Optional<GrantRule> broken(DataIntegrityViolationException refusal) {
        return Witness.constraint(refusal).flatMap(GrantRule::ofConstraint);
    }

    /**
     * Takes a role back, from the next click of its holder on.
     *
     * @throws NotFound if there is no such grant within the scope
     */
    @Transactional
    TakenBack takeBack(Scope scope, UUID holder, UUID id, String why) {
        var by = scope.demands(Right.GRANT).actor();
        var grant = grants.find(id, scope)
                .filter(found -> found.holder().equals(holder))
                .orElseThrow(NotFound::new);
        if (by.account().equals(holder)) {
            return TakenBack.OWN;
        }
        try {
            if (!grants.takeBack(id, by.account(), why, clock.instant())) {
                return TakenBack.OVER;
            }
        } catch (DataIntegrityViolationException refusal) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return TakenBack.kept(refusal);
        }
        trail.record(
                by,
                Act.of("access.act.taken-back", "grant", id, grant.place())
                        .in(grant.within())
                        .about(holder)
                        .changed("access.role", grant.role(), null)
                        .changed("access.place", grant.place(), null)
                        .because(why));
        return TakenBack.DONE;
    }
}
