package org.kepu.privacy;

import java.util.Optional;
import java.util.UUID;

/** Whose account a telephone number or mail address leads to; the module that keeps the accounts knows. */
public interface ContactHolders {

    /** The one spelling in which sign-in knows a contact; what nobody signs in with stays as it was typed. */
    String plain(String typed);

    /** Who holds it, however it is typed; a citizen before staff. */
    Optional<Holder> holder(String typed);

    /** The one who holds a contact. */
    sealed interface Holder {

        record Citizen(UUID person) implements Holder {}

        record Staff() implements Holder {}
    }
}
