package org.kepu.order;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.order.supply.Subjects;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each change of an order: one line on its tracking page and one row on the trail, in the transaction of the change. */
@Component
class OrderHistory {

    /** Whoever asks has no account; on the trail they are all one. */
    static final Actor PUBLIC = Actor.program("点单人");

    /** What the platform does by itself. */
    static final Actor PLATFORM = Actor.program("点单");

    private final JdbcClient database;
    private final Trail trail;
    private final Subjects subjects;
    private final Clock clock;

    OrderHistory(JdbcClient database, Trail trail, Subjects subjects, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** @param before how it stood; null: it is new */
    void record(Actor who, Hand hand, OrderAct act, @Nullable ServiceOrder before, ServiceOrder now, String words) {
        database.sql("""
                        insert into orders.event (service_order, number, at, act, hand, state, words, account, whom)
                        values (:id, :number, :at, :act, :hand, :state, :words, :account::uuid, :whom::uuid)
                        """)
                .param("id", now.id().value())
                .param("number", now.version())
                .param("at", OrderRows.at(clock.instant()))
                .param("act", act.name())
                .param("hand", hand.name())
                .param("state", now.state().name())
                .param("words", words)
                .param("account", who.kind() == Actor.Kind.PROGRAM ? null : who.account())
                .param("whom", whom(act, now))
                .update();
        var changed = Act.of(act.messageKey(), "order", now.id(), subjects.name(now.subject()))
                .in(now.region())
                .changed("order.state", before == null ? null : before.state(), now.state())
                .because(act.saysWhy() ? words : "");
        trail.record(
                who,
                before == null
                        ? changed
                        : changed.changed("order.served.day", before.servedOn(), now.servedOn())
                                .changed("order.came", before.came(), now.came())
                                .changed("order.minutes", before.minutes(), now.minutes())
                                .changed("order.served.minutes", before.servedMinutes(), now.servedMinutes()));
    }

    private static @Nullable UUID whom(OrderAct act, ServiceOrder now) {
        var supplier = now.supplier();
        var department = now.department();
        return switch (act) {
            case DISPATCH, CLAIM, TAKE ->
                supplier != null
                        ? supplier.value()
                        : department != null && act == OrderAct.DISPATCH ? department.value() : null;
            default -> null;
        };
    }

    private record Row(
            OffsetDateTime at,
            String act,
            String hand,
            String state,
            String words,
            @Nullable UUID whom) {}

    /** The life of an order, the latest first. */
    List<Happened> of(OrderId id) {
        return database
                .sql(
                        "select at, act, hand, state, words, whom from orders.event where service_order = :id order by number desc")
                .param("id", id.value())
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Happened(
                        row.at().toInstant(),
                        OrderAct.valueOf(row.act()),
                        Hand.valueOf(row.hand()),
                        OrderState.valueOf(row.state()),
                        row.words(),
                        row.whom()))
                .toList();
    }
}
