package org.kepu.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.kepu.access.GivenAccounts;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.stereotype.Component;

/** Persons who stand for members of a leading group, for tests. */
@Component
public class GivenDelegates {

    public static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

    private final Bodies bodies;
    private final KeepingBodies keepingBodies;
    private final KeepingGroups groups;
    private final Delegates delegates;
    private final GivenAccounts accounts;

    GivenDelegates(
            Bodies bodies,
            KeepingBodies keepingBodies,
            KeepingGroups groups,
            Delegates delegates,
            GivenAccounts accounts) {
        this.bodies = bodies;
        this.keepingBodies = keepingBodies;
        this.groups = groups;
        this.delegates = delegates;
        this.accounts = accounts;
    }

    /** A liaison of a member that is made for the occasion. */
    public void liaison(RegionCode region, String body, String name, String phone) {
        var scope = accounts.scope(Right.KEEP_BODIES);
        var member = keepingBodies.register(scope, region, body, BodyKind.DEPARTMENT);
        groups.join(scope, region, member, SINCE, null);
        assertThat(delegates.appoint(
                        scope, region, member, new Delegate(Delegate.Part.LIAISON, name, "科员", phone, SINCE)))
                .isTrue();
    }
}
