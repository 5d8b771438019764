package org.kepu.order.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.access.ClerksOfBodies;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.region.Region;
import org.kepu.shared.BodyId;
import org.kepu.shared.Right;
import org.springframework.stereotype.Component;

/** The departments to which an order may go. */
@Component
class OrderDepartments {

    private final Bodies bodies;
    private final ClerksOfBodies clerks;

    OrderDepartments(Bodies bodies, ClerksOfBodies clerks) {
        this.bodies = bodies;
        this.clerks = clerks;
    }

    /**
     * The departments of a place.
     *
     * @param claiming for which somebody claims
     * @param deserted for which nobody does: an order would wait there for nobody
     */
    record Choice(List<Body> claiming, List<Body> deserted) {

        static final Choice NONE = new Choice(List.of(), List.of());
    }

    /**
     * The bodies of the banner and of the divisions between it and the place.
     *
     * @param path from the top down to the place
     */
    Choice along(List<Region> path) {
        var all = path.stream()
                .skip(2)
                .flatMap(region -> bodies.in(region.code()).stream())
                .toList();
        var present = clerks.present(
                Right.CLAIM_ORDERS,
                all.stream().map(Body::id).toList(),
                path.stream().map(Region::code).toList());
        return new Choice(
                all.stream().filter(body -> present.contains(body.id())).toList(),
                all.stream().filter(body -> !present.contains(body.id())).toList());
    }

    /** The name of one; empty where there is none. */
    String called(@Nullable BodyId id) {
        return id == null ? "" : bodies.find(id).map(Body::name).orElse("");
    }
}
