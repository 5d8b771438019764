package org.kepu.privacy;

import java.util.Optional;
import java.util.UUID;

/** Whose account a telephone number or mail address leads to; the module that keeps the accounts knows. */
public interface ContactHolders {

    /** The one spelling in which sign-in knows a contact; what nobody signs in with stays as it was typed. */
    String plain(String typed);

    /**
     * Who holds it, however it is typed; a citizen before staff. Colleagues may share one: then it is told by the name
     * which of the closed accounts is meant.
     */
    Optional<Holder> holder(String typed, String name);

    /** The one who holds a contact. */
    sealed interface Holder {

        record Citizen(UUID person) implements Holder {}

        /** Somebody whose staff account is closed. */
        record FormerStaff(UUID person) implements Holder {}

        /** Somebody whose staff account is in use. */
        record Staff() implements Holder {}

        /** Several closed staff accounts, and the name is that of none or of more than one. */
        record Unclear() implements Holder {}
    }
}
