package org.kepu.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.Source;
import org.kepu.order.supply.Subjects;
import org.kepu.order.supply.Suppliers;
import org.kepu.shared.Actor;
import org.kepu.shared.BodyId;
import org.springframework.stereotype.Component;

/** Tells what of an order counts: that it was asked, answered, in time or not, served and confirmed by both sides, or that nobody could serve. */
@Component
class OrderFacts {

    /** The name of the source. */
    static final String SOURCE = "order";

    private static final String SERVED = "served";

    private final Facts facts;
    private final Suppliers suppliers;
    private final Subjects subjects;
    private final Clock clock;

    OrderFacts(Facts facts, Suppliers suppliers, Subjects subjects, Clock clock) {
        this.facts = facts;
        this.suppliers = suppliers;
        this.subjects = subjects;
        this.clock = clock;
    }

    void requested(Actor by, ServiceOrder order) {
        record(by, fact(order, "asked", "ORDER_REQUESTED", today()));
    }

    /** @param inTime whether it was within the days that were promised */
    void answered(Actor by, ServiceOrder order, boolean inTime) {
        record(by, fact(order, "answered", "ORDER_ANSWERED", today()));
        if (inTime) {
            record(by, fact(order, "in-time", "ORDER_ANSWERED_IN_TIME", today()));
        }
    }

    /** Both sides have confirmed it: it counts on the day of the service, as it was written down last. */
    void served(Actor by, ServiceOrder order) {
        var day = order.servedOn();
        var came = order.came();
        var minutes = order.servedMinutes();
        if (day == null || came == null || minutes == null) {
            throw new IllegalStateException("what was not served does not count: " + order.id());
        }
        facts.settle(
                by,
                fact(order, SERVED, "ORDER_SERVED", day)
                        .with(new Amounts(1, came, minutes, 0, 0))
                        .by(servants(order)));
    }

    /** It was written down by mistake. */
    void servedNot(Actor by, ServiceOrder order) {
        facts.settleNothing(by, SOURCE, order.id() + "/" + SERVED);
    }

    void unmet(Actor by, ServiceOrder order) {
        record(by, fact(order, "unmet", "ORDER_UNMET", today()));
    }

    private List<BodyId> servants(ServiceOrder order) {
        var supplier = order.supplier();
        return Stream.concat(
                        supplier == null
                                ? Stream.empty()
                                : suppliers.find(supplier).stream().map(found -> found.body()),
                        Stream.ofNullable(order.department()))
                .distinct()
                .toList();
    }

    private Fact fact(ServiceOrder order, String part, String kind, LocalDate day) {
        return Fact.of(
                        Source.of(SOURCE, order.id() + "/" + part),
                        kind,
                        day,
                        order.region(),
                        subjects.name(order.subject()))
                .forAudience(order.audience());
    }

    private void record(Actor by, Fact fact) {
        if (facts.record(by, fact) instanceof Recorded.Refused(var reason)) {
            throw new IllegalStateException("a fact of an order is refused: " + reason);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
