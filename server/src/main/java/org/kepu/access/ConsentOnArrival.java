package org.kepu.access;

import org.kepu.privacy.Consents;
import org.kepu.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever comes for the first time has ticked that the own contact may be kept: written down with the account. */
@Component
class ConsentOnArrival {

    private final Consents consents;

    ConsentOnArrival(Consents consents) {
        this.consents = consents;
    }

    @EventListener
    void arrived(CitizenArrived citizen) {
        var person = new Actor(citizen.account(), Actor.Kind.CITIZEN, "", null, "");
        consents.give(citizen.account(), "citizen-account", Consents.How.SCREEN, person);
    }
}
