package org.kepu.access;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.kepu.vault.Vault;
import org.springframework.stereotype.Component;

/** Where a code was sent, kept sealed in the browser's session until the code comes back. */
@Component
class AwaitedContact {

    private static final String KEPT = "kepu.contact";
    private static final String FIELD = "access.session.contact";

    private final Vault vault;

    AwaitedContact(Vault vault) {
        this.vault = vault;
    }

    void keep(HttpSession session, Contact contact) {
        session.setAttribute(KEPT, vault.seal(FIELD, contact.plain()));
    }

    Optional<Contact> of(HttpSession session) {
        return session.getAttribute(KEPT) instanceof String text
                ? Contact.read(vault.open(FIELD, text))
                : Optional.empty();
    }

    void forget(HttpSession session) {
        session.removeAttribute(KEPT);
    }
}
