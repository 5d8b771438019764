package org.kepu.access.people;

import java.util.UUID;
import org.kepu.access.session.Sessions;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * A system administrator closes an account (停用) or opens it again. The roles stay on record; while it is closed they give
 * nothing.
 */
@Service
class ClosingAccounts {

    private final People people;
    private final Sessions sessions;
    private final Trail trail;

    ClosingAccounts(People people, Sessions sessions, Trail trail) {
        this.people = people;
        this.sessions = sessions;
        this.trail = trail;
    }

    /**
     * Closes the account; whoever is signed in with it is signed out.
     *
     * @throws NotFound if no such account is kept within the scope
     */
    @Transactional
    TakenBack close(Scope scope, UUID id, String why) {
        var by = scope.demands(Right.KEEP_ACCOUNTS).actor();
        var account = people.kept(scope, id).orElseThrow(NotFound::new);
        if (by.account().equals(id)) {
            return TakenBack.OWN;
        }
        try {
            if (!people.close(id, by.account(), why)) {
                return TakenBack.OVER;
            }
        } catch (DataIntegrityViolationException refusal) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return TakenBack.kept(refusal);
        }
        sessions.endAll(id);
        trail.record(
                by,
                Act.of("access.act.account-closed", "account", id, "")
                        .in(account.region())
                        .about(id)
                        .because(why));
        return TakenBack.DONE;
    }

    /**
     * Opens the account again; says no if it was not closed.
     *
     * @throws NotFound if no such account is kept within the scope
     */
    @Transactional
    boolean reopen(Scope scope, UUID id) {
        var by = scope.demands(Right.KEEP_ACCOUNTS).actor();
        var account = people.kept(scope, id).orElseThrow(NotFound::new);
        var opened = people.open(id);
        if (opened) {
            trail.record(
                    by,
                    Act.of("access.act.account-reopened", "account", id, "")
                            .in(account.region())
                            .about(id));
        }
        return opened;
    }
}
