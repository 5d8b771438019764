package org.kepu.page;

import org.kepu.access.FirstAdministrator;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole program as its visitors meet it. */
@OnPostgres
public abstract class RunningSite {

    @LocalServerPort
    private int port;

    @Autowired
    private FirstAdministrator administrator;

    protected String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Somebody without a session. */
    protected Visitor visitor() {
        return new Visitor(address());
    }

    /** The administrator, signed in. */
    protected Visitor clerk() {
        var clerk = visitor();
        clerk.get("/sign-in");
        var credentials = administratorsCredentials();
        clerk.post("/sign-in", "name", credentials.name(), "password", credentials.password());
        return clerk;
    }

    protected FirstAdministrator.Credentials administratorsCredentials() {
        return administrator.reset();
    }
}
