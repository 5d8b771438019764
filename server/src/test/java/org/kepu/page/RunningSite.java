package org.kepu.page;

import java.util.Arrays;
import org.kepu.access.FirstAccounts;
import org.kepu.access.GivenAccounts;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.guard.HumanQuestion;
import org.kepu.guard.OpenForms;
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

    @Autowired
    protected OpenForms forms;

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

    /** Opens a public form, reads it for a minute, as a human does, and sends it. */
    protected Visitor.Answer sendAsHuman(Visitor visitor, String path, String form, String... fields) {
        visitor.get(path);
        var all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = HumanQuestion.TOKEN;
        all[fields.length + 1] = forms.token(form);
        return visitor.post(path, all);
    }

    /** Asks for the code with which a citizen signs in. */
    protected Visitor.Answer askForCode(Visitor visitor, String contact) {
        return sendAsHuman(visitor, "/me/sign-in", "access.citizen", "contact", contact, "consent", "true");
    }

    protected FirstAccounts.Credentials administratorsCredentials() {
        return first.reset(FirstAccounts.ADMIN).orElseThrow();
    }
}
