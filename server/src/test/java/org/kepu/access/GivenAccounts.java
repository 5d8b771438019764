package org.kepu.access;

import java.util.Locale;
import java.util.UUID;
import org.kepu.shared.Actor;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Accounts for tests, each with one role in one division. Asked again, they are the same, with their grant in place. */
@Component
public class GivenAccounts {

    /** The topmost region of most tests. */
    public static final RegionCode TOP = new RegionCode("150000");

    private static final String PASSWORD = "of all the tests 1";

    private final Accounts accounts;
    private final RoleGrants grants;
    private final Standing standing;
    private final JdbcClient database;

    GivenAccounts(Accounts accounts, RoleGrants grants, Standing standing, JdbcClient database) {
        this.accounts = accounts;
        this.grants = grants;
        this.standing = standing;
        this.database = database;
    }

    public record Given(UUID account, String name, String password, Actor actor) {}

    /** The clerk of the office of the topmost region. */
    public Given office() {
        return with(Role.OFFICE_CLERK, TOP);
    }

    public Given with(Role role, RegionCode region) {
        var given = opened(role.name().toLowerCase(Locale.ROOT) + "-" + region, role);
        database.sql("insert into region.region (code) values (:code) on conflict do nothing")
                .param("code", region.value())
                .update();
        grants.begin(given.account(), role, region, "for a test");
        return given;
    }

    /** A clerk whose one grant is that of a body, which lies in this division. */
    public Given of(BodyId body, RegionCode region) {
        var given = opened("clerk-" + body, Role.DEPARTMENT_CLERK);
        grants.begin(given.account(), Role.DEPARTMENT_CLERK, body, region, "for a test");
        return given;
    }

    private Given opened(String name, Role role) {
        reopen(name);
        if (accounts.find(name).isEmpty()) {
            accounts.open(name, role.name(), PASSWORD); // which takes the time that a password must take
        }
        var account = accounts.find(name).orElseThrow().id();
        return new Given(account, name, PASSWORD, new Actor(account, Actor.Kind.STAFF, role.name(), null, ""));
    }

    /** As another test may have closed it. */
    private void reopen(String name) {
        database.sql("""
                update access.account set closed_at = null, closed_by = null, closed_why = null
                where name = :name and closed_at is not null
                """).param("name", name).update();
    }

    /** A session of the account. */
    public Authentication session(Given given) {
        return new SignedIn(given.actor(), UUID.randomUUID()).asAuthentication();
    }

    /** What the clerk of the office of the topmost region may do of this. */
    public Scope scope(Right right) {
        return standing.scope(office().actor(), right);
    }

    public Scope scope(Role role, RegionCode region, Right right) {
        return standing.scope(with(role, region).actor(), right);
    }
}
