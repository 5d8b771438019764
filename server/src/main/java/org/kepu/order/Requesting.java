package org.kepu.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kepu.order.supply.Suppliers;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes orders in (点单). However often the same is asked, it is one order. */
@Service
public class Requesting {

    private static final long CODES = 1_000_000_000_000L;

    private final JdbcClient database;
    private final OrderContacts contacts;
    private final OrderHistory history;
    private final OrderFacts facts;
    private final OrderLetters letters;
    private final Promises promises;
    private final Suppliers suppliers;
    private final Regions regions;
    private final TransactionTemplate transaction;
    private final RandomGenerator chance;
    private final Clock clock;

    Requesting(
            JdbcClient database,
            OrderContacts contacts,
            OrderHistory history,
            OrderFacts facts,
            OrderLetters letters,
            Promises promises,
            Suppliers suppliers,
            Regions regions,
            TransactionTemplate transaction,
            RandomGenerator chance,
            Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.history = history;
        this.facts = facts;
        this.letters = letters;
        this.promises = promises;
        this.suppliers = suppliers;
        this.regions = regions;
        this.transaction = transaction;
        this.chance = chance;
        this.clock = clock;
    }

    private record Known(UUID id, @Nullable String wishPrint) {}

    /**
     * A clerk or another system asks in somebody's place.
     *
     * @throws NotFound if the division is not within reach
     */
    public Requested requestFor(Scope scope, Wish wish) {
        scope.demands(Right.DISPATCH_ORDERS);
        if (!regions.reaches(scope, wish.region())) {
            throw new NotFound();
        }
        return request(wish);
    }

    /**
     * Somebody asks for themselves. Not within a transaction: an answer that was given stands.
     *
     * @throws NotFound if there is no such division
     */
    public Requested request(Wish wish) {
        var before = known(wish);
        if (before.isPresent()) {
            return before.get();
        }
        var way = regions.pathTo(wish.region()).stream().map(Region::code).toList();
        if (way.isEmpty()) {
            throw new NotFound();
        }
        if (Reason.tellsTooMuch(wish.words()) || Reason.tellsTooMuch(wish.hours())) {
            return new Requested.Refused(Refusal.TELLS_TOO_MUCH);
        }
        var wished = wish.wished();
        if (wished != null && !suppliers.serves(wished, way)) {
            return new Requested.Refused(Refusal.NOBODY);
        }
        try {
            return transaction.execute(begun -> new Requested.Made(write(wish, way)));
        } catch (DuplicateKeyException twice) {
            return known(wish).orElseThrow(() -> twice);
        }
    }

    /** Whether the key of what is asked in somebody's place came before. */
    public boolean isKnown(Scope scope, Wish wish) {
        scope.demands(Right.DISPATCH_ORDERS);
        return isKnown(wish);
    }

    /** Whether its key came before: then what is answered does not depend on the day. */
    public boolean isKnown(Wish wish) {
        return known(wish).isPresent();
    }

    /** What the same key was answered before. */
    private Optional<Requested> known(Wish wish) {
        return database.sql("select id, wish_print from orders.service_order where asked_with = :asked")
                .param("asked", contacts.asked(wish))
                .query(Known.class)
                .optional()
                .map(known -> contacts.print(wish).equals(known.wishPrint())
                        ? new Requested.Made(OrderRows.get(database, new OrderId(known.id())))
                        : new Requested.Refused(Refusal.KEY_USED_OTHERWISE));
    }

    private ServiceOrder write(Wish wish, List<RegionCode> way) {
        var now = clock.instant();
        var id = UUID.randomUUID();
        database.sql("""
                        insert into orders.service_order (id, code, region, way, subject, words, audience, people, wished_from, wished_to,
                            wished_hours, wished, place, needs, name, phone, phone_print, wish_print, asked_with, channel, entered_by, asked_at, asked_on,
                            state, due_on, moved_at, version)
                        values (:id, :code, :region, :way::text[], :subject, :words, :audience, :people, :from, :to, :hours, :wished::uuid,
                            :place, :needs::text, :name, :phone, :print, :wish, :asked, :channel, :by::uuid, :now, :today, 'REQUESTED', :due, :now, 1)
                        """).params(columns(wish, way, id, now)).update();
        var made = OrderRows.get(database, new OrderId(id));
        var by = wish.by();
        var hand = by == null ? Hand.REQUESTER : Hand.COMMUNITY;
        var who = by == null ? OrderHistory.PUBLIC : by;
        history.record(who, hand, OrderAct.REQUEST, null, made, "");
        facts.requested(who, made);
        letters.send(OrderAct.REQUEST, made);
        return made;
    }

    private Map<String, @Nullable Object> columns(Wish wish, List<RegionCode> way, UUID id, Instant now) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", id);
        columns.put("code", "%012d".formatted(chance.nextLong(CODES)));
        columns.put("region", wish.region().value());
        columns.put("way", way.stream().map(RegionCode::value).toArray(String[]::new));
        columns.put("subject", wish.subject());
        columns.put("words", wish.words());
        columns.put("audience", wish.audience());
        columns.put("people", wish.people());
        columns.put("from", wish.from());
        columns.put("to", wish.to());
        columns.put("hours", wish.hours());
        var wished = wish.wished();
        columns.put("wished", wished == null ? null : wished.value());
        columns.put("place", contacts.sealPlace(wish.place()));
        columns.put("needs", contacts.sealNeeds(wish.needs()));
        columns.put("name", contacts.sealName(wish.name()));
        columns.put("phone", contacts.sealPhone(wish.phone()));
        columns.put("print", contacts.print(wish.phone()));
        columns.put("wish", contacts.print(wish));
        columns.put("asked", contacts.asked(wish));
        columns.put("channel", wish.channel().name());
        var by = wish.by();
        columns.put("by", by == null ? null : by.account());
        columns.put("now", OrderRows.at(now));
        columns.put("today", LocalDate.ofInstant(now, clock.getZone()));
        columns.put("due", promises.dueFor(OrderState.REQUESTED, way));
        return columns;
    }
}
