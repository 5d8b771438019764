package org.kepu.ledger.round;

import java.time.Clock;
import org.kepu.access.Addressees;
import org.kepu.body.LiaisonNumbers;
import org.kepu.notice.Outbox;
import org.springframework.context.ApplicationContext;

/** Word to bodies, at a time that passes when the test says so. */
public final class GivenTelling {

    private GivenTelling() {}

    public static TellingBodies by(ApplicationContext context, Clock watch) {
        return new TellingBodies(
                context.getBean(Addressees.class),
                context.getBean(LiaisonNumbers.class),
                context.getBean(Outbox.class),
                context.getBean(RoundSettings.class),
                watch);
    }
}
