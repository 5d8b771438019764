package org.kepu.activity.booking;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Offers end: each minute what nobody took goes to the next. Of several nodes each may do it, it is done once. */
@Component
class LapsingOffers {

    private final Bookings bookings;

    LapsingOffers(Bookings bookings) {
        this.bookings = bookings;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void letLapse() {
        bookings.letLapse();
    }
}
