package org.kepu.access;

import org.kepu.privacy.Consents;
import org.kepu.shared.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever signs in has ticked that the own contact may be kept; written down when it is news. */
@Component
class ConsentOnArrival {

    private final Consents consents;

    ConsentOnArrival(Consents consents) {
        this.consents = consents;
    }

    @EventListener
    void arrived(CitizenArrived citizen) {
        var person = new Actor(citizen.account(), Actor.Kind.CITIZEN, "", null, "");
        consents.give(citizen.account(), Consents.ACCOUNT, Consents.How.SCREEN, person);
    }
}
