package org.kepu.order.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.body.Body;
import org.kepu.order.Hand;
import org.kepu.order.Happened;
import org.kepu.order.OrderAct;
import org.kepu.order.OrderState;
import org.kepu.order.ServiceOrder;
import org.kepu.order.Suggestion;
import org.kepu.order.supply.Supplier;
import org.kepu.order.supply.SupplierId;

/**
 * One order on the desk.
 *
 * @param whom what those are called to whom it went in its life
 * @param hands whose the reader's hands are in it
 * @param claims whether a department claims before a team takes
 * @param suggestions whom to ask, where the reader says whom
 * @param others who could come too, the nearest first
 * @param passed who had it before, and it came to nothing
 * @param departments that may claim
 * @param deserted departments for which nobody claims
 * @param teams for which the reader acts and which might take it
 */
public record OrderView(
        ServiceOrder order,
        String subject,
        String audience,
        String place,
        String department,
        String supplier,
        String wished,
        List<Happened> life,
        Map<UUID, String> whom,
        List<Hand> hands,
        boolean claims,
        List<Named> suggestions,
        List<Supplier> others,
        Set<SupplierId> passed,
        List<Body> departments,
        List<Body> deserted,
        List<Supplier> teams,
        boolean late) {

    /** A suggestion with the name of the division that they have in common. */
    public record Named(Suggestion suggestion, String common) {}

    /** Whom the form names before anything is chosen: whoever was wished, if they can come. */
    public String wishedFor() {
        var wished = order.wished();
        return wished != null
                        && Stream.concat(
                                        suggestions.stream()
                                                .map(one -> one.suggestion().supplier()),
                                        others.stream().map(Supplier::id))
                                .anyMatch(wished::equals)
                ? wished.toString()
                : "";
    }

    /** Whether the reader may open who asked: those who dispatch or claim it, and the team while it has the order. */
    public boolean knowsWhoAsked() {
        return !order.state().isOver()
                && (hands.contains(Hand.COMMUNITY)
                        || hands.contains(Hand.DEPARTMENT)
                        || hands.contains(Hand.TEAM)
                                && Set.of(OrderState.TAKEN, OrderState.SCHEDULED, OrderState.SERVED)
                                        .contains(order.state()));
    }

    /** Whether the reader may do this now; nobody gives back what is offered to all. */
    public boolean may(OrderAct act) {
        return !(act == OrderAct.GIVE_BACK && order.supplier() == null)
                && hands.stream().anyMatch(hand -> act.isOpen(order.state(), hand));
    }
}
