package org.kepu.order.desk;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Term;
import org.kepu.indicator.Terms;
import org.kepu.order.Hand;
import org.kepu.order.Happened;
import org.kepu.order.OrderAct;
import org.kepu.order.OrderId;
import org.kepu.order.Orders;
import org.kepu.order.Rules;
import org.kepu.order.ServiceOrder;
import org.kepu.order.Suggesting;
import org.kepu.order.supply.Subjects;
import org.kepu.order.supply.Supplier;
import org.kepu.order.supply.SupplierId;
import org.kepu.order.supply.Suppliers;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;

/** Orders with the names of what they speak of. */
@Component
class OrderViews {

    private static final int SUGGESTED = 5;
    private static final int NEARBY = 200;

    private final Orders orders;
    private final Suggesting suggesting;
    private final Rules rules;
    private final Subjects subjects;
    private final Suppliers suppliers;
    private final Regions regions;
    private final OrderDepartments departments;
    private final Terms terms;
    private final Clock clock;

    OrderViews(
            Orders orders,
            Suggesting suggesting,
            Rules rules,
            Subjects subjects,
            Suppliers suppliers,
            Regions regions,
            OrderDepartments departments,
            Terms terms,
            Clock clock) {
        this.orders = orders;
        this.suggesting = suggesting;
        this.rules = rules;
        this.subjects = subjects;
        this.suppliers = suppliers;
        this.regions = regions;
        this.departments = departments;
        this.terms = terms;
        this.clock = clock;
    }

    List<OrderLine> lines(List<ServiceOrder> found) {
        var names = regions.all(found.stream().map(ServiceOrder::region).toList()).values().stream()
                .collect(toMap(Region::code, Region::name));
        var titles = suppliers.titles(found.stream()
                .map(ServiceOrder::supplier)
                .filter(Objects::nonNull)
                .toList());
        var today = LocalDate.now(clock);
        return found.stream()
                .map(order -> new OrderLine(
                        order,
                        subjects.name(order.subject()),
                        names.getOrDefault(order.region(), ""),
                        order.supplier() == null ? "" : titles.getOrDefault(order.supplier(), ""),
                        order.isLate(today)))
                .toList();
    }

    OrderView of(Scope scope, Desk desk, OrderId id) {
        var order = orders.find(scope, id).orElseThrow(NotFound::new);
        var hands = Hand.staff()
                .filter(hand -> orders.find(desk.scope(hand.right().orElseThrow()), hand, id)
                        .isPresent())
                .toList();
        var says = hands.stream()
                .anyMatch(hand ->
                        OrderAct.DISPATCH.isOpen(order.state(), hand) || OrderAct.CLAIM.isOpen(order.state(), hand));
        var path = regions.pathTo(order.region());
        boolean claims = rules.in(order.region()).claims();
        boolean dispatches = claims && hands.stream().anyMatch(hand -> OrderAct.DISPATCH.isOpen(order.state(), hand));
        var choice = dispatches ? departments.along(path) : OrderDepartments.Choice.NONE;
        var suggestions = says ? suggestions(scope, id) : List.<OrderView.Named>of();
        var life = orders.life(scope, order);
        return new OrderView(
                order,
                subjects.name(order.subject()),
                terms.audience(order.audience()).map(Term::name).orElse(""),
                path.stream().skip(path.size() > 1 ? 1 : 0).map(Region::name).reduce("", String::concat),
                departments.called(order.department()),
                called(order.supplier()),
                called(order.wished()),
                life,
                whom(life),
                hands,
                claims,
                suggestions,
                says ? others(order, suggestions) : List.of(),
                says ? suggesting.passed(scope, id) : Set.of(),
                choice.claiming(),
                choice.deserted(),
                teams(desk, order),
                order.isLate(LocalDate.now(clock)));
    }

    /** Those of the reader that might take it: the one that is asked, or all that serve there. */
    private List<Supplier> teams(Desk desk, ServiceOrder order) {
        var asked = order.supplier();
        return suppliers.of(desk.scope(Right.TAKE_ORDERS)).stream()
                .filter(Supplier::active)
                .filter(team -> asked == null
                        ? order.way().contains(team.area())
                        : team.id().equals(asked))
                .toList();
    }

    private List<Supplier> others(ServiceOrder order, List<OrderView.Named> suggestions) {
        var known = suggestions.stream().map(one -> one.suggestion().supplier()).toList();
        return suppliers.nearby(order.way(), NEARBY).stream()
                .filter(one -> !known.contains(one.id()))
                .toList();
    }

    private Map<UUID, String> whom(List<Happened> life) {
        var ids = life.stream().map(Happened::whom).filter(Objects::nonNull).collect(toSet());
        var teams = suppliers.titles(ids.stream().map(SupplierId::new).toList());
        return ids.stream()
                .collect(toMap(
                        id -> id,
                        id -> Optional.ofNullable(teams.get(new SupplierId(id)))
                                .orElseGet(() -> departments.called(new BodyId(id)))));
    }

    private String called(@Nullable SupplierId id) {
        return id == null ? "" : suppliers.find(id).map(found -> found.title()).orElse("");
    }

    private List<OrderView.Named> suggestions(Scope scope, OrderId id) {
        var found = suggesting.suggest(scope, id, SUGGESTED);
        var names = regions.all(found.stream().map(one -> one.common()).toList());
        return found.stream()
                .map(one -> new OrderView.Named(
                        one,
                        names.containsKey(one.common())
                                ? names.get(one.common()).name()
                                : ""))
                .toList();
    }
}
