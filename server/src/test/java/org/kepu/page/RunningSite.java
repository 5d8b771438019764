package org.kepu.page;

import org.kepu.access.FirstAccounts;
import org.kepu.access.GivenAccounts;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole program as its visitors meet it. */
@OnPostgres
public abstract class RunningSite {

    @LocalServerPort
    private int port;

    @Autowired
    private FirstAccounts first;

    @Autowired
    protected GivenAccounts accounts;

    protected String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Somebody without a session. */
    protected Visitor visitor() {
        return new Visitor(address());
    }

    /** The clerk of the office (纲要办), signed in. */
    protected Visitor clerk() {
        return signedIn(accounts.office());
    }

    protected Visitor signedIn(Given account) {
        var visitor = visitor();
        visitor.get("/sign-in");
        visitor.post("/sign-in", "name", account.name(), "password", account.password());
        return visitor;
    }

    protected FirstAccounts.Credentials administratorsCredentials() {
        return first.reset();
    }
}
