package org.kepu.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.kepu.access.factor.Factors;
import org.kepu.region.Regions;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionLevel;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts with which a fresh installation begins: the three separate hands, and a clerk of the office (纲要办) of the
 * topmost region who can begin to work. Their passwords are made up here, told once to whoever starts the program, and
 * kept nowhere in clear.
 */
@Service
public class FirstAccounts {

    private static final String WHY = "首次启动";

    /** Who they are, the administrator first. */
    enum First {
        ADMIN("admin", "系统管理员", Role.SYSTEM_ADMINISTRATOR),
        SECURITY("security", "安全管理员", Role.SECURITY_ADMINISTRATOR),
        AUDITOR("auditor", "审计员", Role.AUDITOR),
        OFFICE("office", "纲要办", Role.OFFICE_CLERK);

        private final String account;
        private final String displayName;
        private final Role role;

        First(String account, String displayName, Role role) {
            this.account = account;
            this.displayName = displayName;
            this.role = role;
        }
    }

    private final Accounts accounts;
    private final RoleGrants grants;
    private final Regions regions;
    private final Factors factors;
    private final RandomGenerator chance;

    FirstAccounts(Accounts accounts, RoleGrants grants, Regions regions, Factors factors, RandomGenerator chance) {
        this.accounts = accounts;
        this.factors = factors;
        this.grants = grants;
        this.regions = regions;
        this.chance = chance;
    }

    /** What has to be told once. */
    public record Credentials(String name, String displayName, String password) {

        @Override
        public String toString() {
            return "Credentials[" + name + "]";
        }
    }

    /** Opens the first accounts if there is none; of several nodes starting together, one gets the credentials. */
    @Transactional
    public List<Credentials> open() {
        if (!accounts.none()) {
            return List.of();
        }
        var opened = new ArrayList<Credentials>();
        for (var first : First.values()) {
            open(first).ifPresent(opened::add);
        }
        return opened;
    }

    /**
     * A new password for the system administrator, for when the first was never seen or is lost. Second factors and
     * open sessions end with the old one.
     */
    @Transactional
    public Credentials reset() {
        var password = Passwords.random(chance);
        if (accounts.givePassword(First.ADMIN.account, password)) {
            accounts.find(First.ADMIN.account)
                    .ifPresent(admin -> factors.forget(Actor.program("reset-admin"), admin.id(), "--reset-admin"));
            return new Credentials(First.ADMIN.account, First.ADMIN.displayName, password);
        }
        return open(First.ADMIN)
                .orElseThrow(() -> new IllegalStateException("the administrator's account is being opened elsewhere"));
    }

    private Optional<Credentials> open(First first) {
        var password = Passwords.random(chance);
        return accounts.open(first.account, first.displayName, password).map(account -> {
            regions.withinLevel(RegionLevel.AUTONOMOUS_REGION).stream()
                    .findFirst()
                    .ifPresent(top -> grants.begin(account, first.role, top.code(), WHY));
            return new Credentials(first.account, first.displayName, password);
        });
    }
}
