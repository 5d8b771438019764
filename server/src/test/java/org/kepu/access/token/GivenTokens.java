package org.kepu.access.token;

import java.util.UUID;
import org.kepu.access.Role;
import org.kepu.access.people.Places;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.springframework.context.ApplicationContext;

/** Other systems with a token, each with one role in one division. */
public record GivenTokens(ApplicationContext context) {

    public record Given(UUID account, String token) {}

    /** A system that nobody knew before. */
    public Given with(Role role, RegionCode region) {
        var place = context.getBean(Places.class).of("REGION:" + region).orElseThrow();
        return switch (context.getBean(MakingTokens.class)
                .make(Actor.program("test"), "system-" + UUID.randomUUID(), role, place, 90)) {
            case Made.Token made -> new Given(made.account(), made.token());
            case Made.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
