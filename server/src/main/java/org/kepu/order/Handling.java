package org.kepu.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.order.supply.Suppliers;
import org.kepu.page.NotFound;
import org.kepu.shared.Actor;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves orders: the row is locked first, then the table of acts decides, and what may not be is answered by name. */
@Service
public class Handling {

    private final JdbcClient database;
    private final Orders orders;
    private final Taking taking;
    private final Rules rules;
    private final Promises promises;
    private final OrderHistory history;
    private final OrderFacts facts;
    private final OrderLetters letters;
    private final Suppliers suppliers;
    private final Bodies bodies;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Handling(
            JdbcClient database,
            Orders orders,
            Taking taking,
            Rules rules,
            Promises promises,
            OrderHistory history,
            OrderFacts facts,
            OrderLetters letters,
            Suppliers suppliers,
            Bodies bodies,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.orders = orders;
        this.taking = taking;
        this.rules = rules;
        this.promises = promises;
        this.history = history;
        this.facts = facts;
        this.letters = letters;
        this.suppliers = suppliers;
        this.bodies = bodies;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whose act it is: which hand, and who. */
    private record Mover(Hand hand, Actor who) {}

    /**
     * One of the staff moves an order.
     *
     * @param scope of the right of a hand, which says whose hand it is
     * @param version of the order as it was read; null: as it is
     * @throws NotFound if the order is not within reach
     */
    public Handled act(Scope scope, OrderId id, OrderAct act, @Nullable Integer version, Said said) {
        var hand = Hand.staff()
                .filter(one -> one.right().equals(Optional.of(scope.right())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hand has " + scope.right()));
        return act == OrderAct.TAKE && hand == Hand.TEAM
                ? taking.take(scope, id, said.supplier())
                : Objects.requireNonNull(transactions.execute(begun -> act(scope, hand, id, act, version, said)));
    }

    private Handled act(Scope scope, Hand hand, OrderId id, OrderAct act, @Nullable Integer version, Said said) {
        lock(id);
        var order = orders.find(scope, hand, id).orElseThrow(NotFound::new);
        if (version != null && version != order.version()) {
            return new Handled.Refused(Refusal.OVERTAKEN);
        }
        return move(order, act, new Mover(hand, scope.actor()), said);
    }

    /** Whoever dispatches an order hands on what whoever asked says of it; nobody hands it on from elsewhere. */
    @Transactional
    public Handled actFor(Scope scope, OrderId id, OrderAct act, @Nullable Integer version, Said said) {
        scope.demands(Right.DISPATCH_ORDERS);
        lock(id);
        var order = orders.find(scope, Hand.COMMUNITY, id);
        if (order.isEmpty()) {
            return new Handled.Refused(Refusal.NOT_YOURS);
        }
        return version != null && version != order.get().version()
                ? new Handled.Refused(Refusal.OVERTAKEN)
                : move(order.get(), act, new Mover(Hand.REQUESTER, scope.actor()), said);
    }

    /**
     * Whoever asked moves their order. The code is their proof, so whoever calls has limited how often codes are tried.
     *
     * @param version that they have read: nobody confirms numbers that were changed meanwhile
     * @throws NotFound if there is no such code
     */
    @Transactional
    Handled act(String code, OrderAct act, @Nullable Integer version, Said said) {
        var id = database.sql("select id from orders.service_order where code = :code for update")
                .param("code", code)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        var order = OrderRows.get(database, new OrderId(id));
        return version != null && version != order.version()
                ? new Handled.Refused(Refusal.OVERTAKEN)
                : move(order, act, new Mover(Hand.REQUESTER, OrderHistory.PUBLIC), said);
    }

    /** Whether this account wrote down the last service of the order, or put it right since. */
    private boolean hasServed(Actor who, OrderId id) {
        return database.sql("""
                        select exists (select from orders.event
                                       where service_order = :id and act in ('SERVE', 'AMEND') and account = :account
                                         and number >= (select max(number) from orders.event
                                                        where service_order = :id and act = 'SERVE'))
                        """)
                .param("id", id.value())
                .param("account", who.account())
                .query(Boolean.class)
                .single();
    }

    private void lock(OrderId id) {
        if (database.sql("select id from orders.service_order where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new NotFound();
        }
    }

    private Handled move(ServiceOrder order, OrderAct act, Mover mover, Said said) {
        var rule = rules.along(order.way());
        return switch (act.from(order.state(), mover.hand(), rule.claims() && !said.isForTeamAlone())) {
            case OrderAct.Step.No(var why) -> new Handled.Refused(why);
            case OrderAct.Step.To(var state) ->
                fault(order, act, mover, said, state)
                        .<Handled>map(Handled.Refused::new)
                        .orElseGet(() -> moved(order, act, mover, said, state, rule));
        };
    }

    /** What is wrong with what is said. */
    private Optional<Refusal> fault(ServiceOrder order, OrderAct act, Mover mover, Said said, OrderState to) {
        if (act.isOfOtherSide() && hasServed(mover.who(), order.id())) {
            return Optional.of(Refusal.OWN_SERVICE);
        }
        if ((act == OrderAct.CANCEL || act == OrderAct.ASK_OTHER_TIME) && hasBegun(order)) {
            return Optional.of(Refusal.BEGUN);
        }
        if (act == OrderAct.GIVE_BACK && order.supplier() == null) {
            return Optional.of(Refusal.NOT_ADDRESSED);
        }
        if (Reason.tellsTooMuch(said.words())) {
            return Optional.of(Refusal.TELLS_TOO_MUCH);
        }
        return Optional.ofNullable(
                switch (act.says()) {
                    case NOTHING -> null;
                    case REASON -> Reason.fault(said.words()).isPresent() ? Refusal.WITHOUT_REASON : null;
                    case WHOM -> isKnown(order, said, to) ? null : Refusal.NOBODY;
                    case TIME -> isTime(said) ? null : Refusal.BAD_TIME;
                    case OUTCOME -> isOutcome(order, said) ? null : Refusal.BAD_OUTCOME;
                    case CORRECTION ->
                        isOutcome(order, said)
                                ? Reason.fault(said.words()).isPresent() ? Refusal.WITHOUT_REASON : null
                                : Refusal.BAD_OUTCOME;
                    case MARK -> isMark(said) ? null : Refusal.BAD_MARK;
                });
    }

    /** A department where one is to claim; a team or an expert only if it can come. */
    private boolean isKnown(ServiceOrder order, Said said, OrderState to) {
        var department = said.department();
        var supplier = said.supplier();
        return (department == null
                        ? to != OrderState.DISPATCHED
                        : bodies.find(department).isPresent())
                && (supplier == null || suppliers.comes(supplier, order.way()));
    }

    private boolean hasBegun(ServiceOrder order) {
        var starts = order.starts();
        return order.state() == OrderState.SCHEDULED && starts != null && !starts.isAfter(clock.instant());
    }

    private boolean isTime(Said said) {
        var starts = said.starts();
        var now = clock.instant();
        return starts != null
                && starts.isAfter(now)
                && starts.isBefore(now.plus(Duration.ofDays(Wish.LATEST_DAYS)))
                && isLength(said.minutes());
    }

    private boolean isOutcome(ServiceOrder order, Said said) {
        var day = said.day();
        var came = said.came();
        var starts = order.starts();
        return day != null
                && starts != null
                && !day.isBefore(LocalDate.ofInstant(starts, clock.getZone()))
                && !day.isAfter(LocalDate.now(clock))
                && !day.isBefore(LocalDate.ofInstant(order.asked(), clock.getZone()))
                && came != null
                && came >= 0
                && came <= Said.MOST_CAME
                && isLength(said.minutes());
    }

    private static boolean isLength(@Nullable Integer minutes) {
        return minutes != null && minutes >= Said.SHORTEST_MINUTES && minutes <= Said.LONGEST_MINUTES;
    }

    private static boolean isMark(Said said) {
        var stars = said.stars();
        return stars != null && stars >= 1 && stars <= 5 && said.words().length() <= Said.LONGEST_COMMENT;
    }

    private Handled moved(ServiceOrder order, OrderAct act, Mover mover, Said said, OrderState to, Rule rule) {
        var unmet = isUnmet(order, act, said);
        if (to == OrderState.POOLED || to == OrderState.CANCELLED) {
            taking.letGo(order);
        }
        var now = database.sql("""
                        update orders.service_order
                        set state = :to, version = version + 1, moved_at = :now,
                            due_on = case when :stays then due_on else :due::date end, escalated = :stays and escalated%s
                        where id = :id returning *
                        """.formatted(columns(act)))
                .param("id", order.id().value())
                .param("to", to.name())
                .param("due", promises.due(to, rule, ends(order, said)))
                .param("stays", act == OrderAct.AMEND && order.state() == to)
                .param("unmet", unmet)
                .params(values(said))
                .query(OrderRows::order)
                .single();
        history.record(mover.who(), mover.hand(), act, order, now, act == OrderAct.RATE ? "" : said.words());
        tell(mover.who(), act, order, now);
        if (unmet) {
            facts.unmet(mover.who(), now);
        }
        letters.send(act, now);
        if (order.state() == OrderState.SCHEDULED
                && to != OrderState.SCHEDULED
                && act != OrderAct.SERVE
                && mover.hand() != Hand.REQUESTER) {
            letters.sendOff(order);
        }
        return new Handled.Done(act, now);
    }

    /** When the service ends that is agreed now, or was before. */
    private static @Nullable Instant ends(ServiceOrder order, Said said) {
        var starts = said.starts() == null ? order.starts() : said.starts();
        var minutes = said.minutes() == null ? order.minutes() : said.minutes();
        return starts == null || minutes == null ? null : starts.plus(Duration.ofMinutes(minutes));
    }

    /** It was refused for want of anybody who serves, or given up while nobody had taken it, after a promised day had gone by. */
    private boolean isUnmet(ServiceOrder order, OrderAct act, Said said) {
        var untaken = order.supplier() == null || order.state() == OrderState.OFFERED;
        return act == OrderAct.REFUSE && said.unmet()
                || act == OrderAct.CANCEL && untaken && (said.unmet() || wasLate(order));
    }

    /** Now, or in a step before. */
    private boolean wasLate(ServiceOrder order) {
        return order.isLate(LocalDate.now(clock))
                || database.sql("""
                                select exists (select from orders.event where service_order = :id and act = 'ESCALATE')
                                """)
                        .param("id", order.id().value())
                        .query(Boolean.class)
                        .single();
    }

    private static String columns(OrderAct act) {
        return switch (act) {
            case ACCEPT -> ", answered_at = coalesce(answered_at, :now)";
            case REFUSE -> ", answered_at = coalesce(answered_at, :now), unmet = :unmet";
            case CANCEL -> ", unmet = :unmet";
            case DISPATCH ->
                ", department = :department::uuid, supplier = case when :to <> 'DISPATCHED' then :supplier::uuid end";
            case CLAIM -> ", supplier = :supplier::uuid";
            case RECALL, DECLINE, GIVE_BACK, DISPUTE ->
                ", department = null, supplier = null, starts_at = null, minutes = null, came = null, served_on = null, served_minutes = null";
            case SCHEDULE, RESCHEDULE -> ", starts_at = :starts, minutes = :minutes";
            case ASK_OTHER_TIME -> ", starts_at = null, minutes = null";
            case TAKE_BACK -> ", came = null, served_on = null, served_minutes = null";
            case SERVE, AMEND -> ", served_on = :day::date, came = :came, served_minutes = :minutes";
            case RATE -> ", stars = :stars, comment = nullif(:words, '')";
            case REQUEST, TAKE, CONFIRM, CLOSE, ESCALATE -> "";
        };
    }

    private Map<String, @Nullable Object> values(Said said) {
        var values = new HashMap<String, @Nullable Object>();
        var department = said.department();
        var supplier = said.supplier();
        var starts = said.starts();
        values.put("now", OrderRows.at(clock.instant()));
        values.put("department", department == null ? null : department.value());
        values.put("supplier", supplier == null ? null : supplier.value());
        values.put("starts", starts == null ? null : OrderRows.at(starts));
        values.put("minutes", said.minutes());
        values.put("day", said.day());
        values.put("came", said.came());
        values.put("stars", said.stars());
        values.put("words", said.words());
        return values;
    }

    /** What counts of it now; a service counts as long as both sides stand by it. */
    private void tell(Actor by, OrderAct act, ServiceOrder before, ServiceOrder now) {
        var today = LocalDate.now(clock);
        switch (act) {
            case ACCEPT -> facts.answered(by, now, !before.isLate(today));
            case REFUSE -> {
                if (before.answered() == null) {
                    facts.answered(by, now, !before.isLate(today));
                }
            }
            case CONFIRM, AMEND, TAKE_BACK -> {
                if (now.state() == OrderState.CONFIRMED) {
                    facts.served(by, now);
                    taking.recount(now);
                } else if (before.state() == OrderState.CONFIRMED) {
                    facts.servedNot(by, now);
                    taking.recount(now);
                }
            }
            case RATE -> taking.rated(now);
            default -> {}
        }
    }
}
