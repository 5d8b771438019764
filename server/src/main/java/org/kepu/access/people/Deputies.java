package org.kepu.access.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.access.AccountName;
import org.kepu.access.Deputyships.Represented;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody lets a colleague act in their place for a time (代理), or the security administrator does so for somebody who is
 * away. A deputy has what the other has, not what the other may do for third persons: there are no chains.
 */
@Service
class Deputies {

    private final DeputyEntries entries;
    private final People people;
    private final Trail trail;
    private final Clock clock;

    Deputies(DeputyEntries entries, People people, Trail trail, Clock clock) {
        this.entries = entries;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** What came of naming a deputy. */
    sealed interface Named {
        record Done(UUID entry) implements Named {}

        record Refused(List<DeputyRule> broken) implements Named {
            public Refused {
                broken = List.copyOf(broken);
            }
        }
    }

    /** Names a deputy for oneself. */
    @Transactional
    Named nameOwn(Scope scope, DeputyRule.Wanted wanted) {
        var self = scope.demands(Right.DESK).actor();
        if (!wanted.represented().equals(self.account())) {
            throw new NotFound();
        }
        return name(self, wanted);
    }

    /**
     * Names a deputy for somebody who is away.
     *
     * @throws NotFound if there is no such account within the scope
     */
    @Transactional
    Named nameFor(Scope scope, DeputyRule.Wanted wanted) {
        var by = scope.demands(Right.GRANT).actor();
        mustReach(scope, wanted.represented());
        return name(by, wanted);
    }

    private Named name(Actor by, DeputyRule.Wanted wanted) {
        people.hold(wanted.represented());
        var period = new Period(wanted.from(), wanted.until());
        var deputy = entries.named(new AccountName(wanted.deputy()).text());
        var broken = DeputyRule.broken(wanted, known(wanted, period, deputy));
        if (!broken.isEmpty() || deputy.isEmpty()) {
            return new Named.Refused(broken);
        }
        var starts = period.start(clock);
        var ends = period.end(clock).orElseThrow();
        var entry = entries.insert(wanted.represented(), deputy.get(), starts, ends, by.account(), wanted.reason());
        trail.record(
                by,
                Act.of("access.act.deputy-named", "deputy", entry, deputy.get().toString())
                        .about(wanted.represented())
                        .changed("access.deputy.account", null, deputy.get())
                        .changed("access.grant.from", null, wanted.from())
                        .changed("access.grant.until", null, wanted.until())
                        .because(wanted.reason()));
        return new Named.Done(entry);
    }

    private DeputyRule.Known known(DeputyRule.Wanted wanted, Period period, Optional<UUID> deputy) {
        var today = LocalDate.now(clock);
        if (period.isOver()) {
            return new DeputyRule.Known(deputy, false, false, false, today);
        }
        var starts = period.start(clock);
        var ends = period.end(clock).orElseThrow();
        return new DeputyRule.Known(
                deputy,
                entries.isAHand(wanted.represented(), starts, ends),
                deputy.isPresent() && entries.isAHand(deputy.get(), starts, ends),
                deputy.isPresent() && entries.named(wanted.represented(), deputy.get(), starts, ends),
                today);
    }

    /**
     * Ends an entry of one's own, on either side; no if it is over.
     *
     * @throws NotFound if it is not one's own
     */
    @Transactional
    boolean endOwn(Scope scope, UUID id) {
        var self = scope.demands(Right.DESK).actor();
        var entry = entries.find(id)
                .filter(found -> List.of(found.represented(), found.deputy()).contains(self.account()))
                .orElseThrow(NotFound::new);
        return end(self, entry);
    }

    /**
     * Ends an entry for somebody else.
     *
     * @throws NotFound if the person who is represented is not within the scope
     */
    @Transactional
    boolean endFor(Scope scope, UUID represented, UUID id) {
        var by = scope.demands(Right.GRANT).actor();
        mustReach(scope, represented);
        var entry = entries.find(id)
                .filter(found -> found.represented().equals(represented))
                .orElseThrow(NotFound::new);
        return end(by, entry);
    }

    private void mustReach(Scope scope, UUID account) {
        if (people.find(scope, account).isEmpty()) {
            throw new NotFound();
        }
    }

    private boolean end(Actor by, DeputyView entry) {
        var ended = entries.end(entry.id(), by.account());
        if (ended) {
            trail.record(
                    by,
                    Act.of(
                                    "access.act.deputy-ended",
                                    "deputy",
                                    entry.id(),
                                    entry.deputy().toString())
                            .about(entry.represented()));
        }
        return ended;
    }

    /**
     * Begins to act in another's place.
     *
     * @throws NotFound if the entry does not hold, or is another's
     */
    @Transactional
    Represented begin(Scope scope, UUID entry) {
        var self = scope.demands(Right.DESK).actor();
        var represented = entries.holding(entry.toString(), self.account()).orElseThrow(NotFound::new);
        trail.record(
                self.inPlaceOf(represented.account()),
                Act.of("access.act.deputy-began", "deputy", entry, "").about(represented.account()));
        return represented;
    }

    /** Is oneself again. */
    @Transactional
    void stop(Scope scope) {
        var actor = scope.demands(Right.DESK).actor();
        var represented = actor.represented();
        if (represented != null) {
            trail.record(
                    actor,
                    Act.of("access.act.deputy-stopped", "account", represented, "")
                            .about(represented));
        }
    }

    List<DeputyView> own(Scope scope) {
        return entries.own(scope);
    }

    /** The deputies of somebody within the scope. */
    List<DeputyView> of(Scope scope, UUID represented) {
        scope.demands(Right.GRANT);
        return people.find(scope, represented).isEmpty() ? List.of() : entries.of(represented);
    }
}
