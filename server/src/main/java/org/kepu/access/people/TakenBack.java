package org.kepu.access.people;

import org.springframework.dao.DataIntegrityViolationException;

/** What came of taking a role or lost second factors back, or of closing an account. */
enum TakenBack {
    DONE,
    /** Nobody does it to oneself. */
    OWN,
    /** It was over already. */
    OVER,
    /** Of each of the three hands one must remain. */
    LAST_HAND;

    /** What the database kept from happening; anything else is a fault of ours. */
    static TakenBack kept(DataIntegrityViolationException refusal) {
        if (Witness.constraint(refusal)
                .filter("one_of_each_hand_remains"::equals)
                .isEmpty()) {
            throw refusal;
        }
        return LAST_HAND;
    }

    /** The key of the sentence that says so. */
    String messageKey() {
        return "access.taken." + name();
    }
}
