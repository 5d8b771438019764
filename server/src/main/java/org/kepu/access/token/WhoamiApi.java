package org.kepu.access.token;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.kepu.access.Standing;
import org.kepu.shared.Actor;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells another system who it is here, and what it may do where. */
@RestController
class WhoamiApi {

    private final Standing standing;

    WhoamiApi(Standing standing) {
        this.standing = standing;
    }

    record Whoami(UUID account, Actor.Kind kind, String name, List<Reach> rights) {}

    /** A right, and the divisions (each with all below it), bodies and plans for which it counts. */
    record Reach(Right right, List<String> regions, List<String> bodies, List<String> plans) {}

    @Operation(summary = "Who the token speaks for, and what it may do where")
    @GetMapping("/api/v1/whoami")
    Whoami whoami(Actor actor) {
        var rights = Arrays.stream(Right.values())
                .map(right -> standing.scope(actor, right))
                .filter(scope -> !scope.isEmpty())
                .map(WhoamiApi::reach)
                .toList();
        return new Whoami(actor.account(), actor.kind(), actor.name(), rights);
    }

    private static Reach reach(Scope scope) {
        return new Reach(
                scope.right(),
                scope.regions().stream().map(RegionCode::value).sorted().toList(),
                scope.bodies().stream().map(BodyId::toString).sorted().toList(),
                scope.plans().stream().map(PlanId::toString).sorted().toList());
    }
}
