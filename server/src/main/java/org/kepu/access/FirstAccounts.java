package org.kepu.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.kepu.access.factor.Factors;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.region.Region;
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

    /** The name of the first system administrator's account. */
    public static final String ADMIN = "admin";

    private static final String WHY = "首次启动";
    private static final Actor STARTING = Actor.program("first-start");
    private static final Actor RESETTING = Actor.program("reset-admin");

    /** Who they are, the administrator first. */
    enum First {
        ADMIN(FirstAccounts.ADMIN, "系统管理员", Role.SYSTEM_ADMINISTRATOR),
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
    private final SeparateHands hands;
    private final Trail trail;
    private final RandomGenerator chance;

    FirstAccounts(
            Accounts accounts,
            RoleGrants grants,
            Regions regions,
            Factors factors,
            SeparateHands hands,
            Trail trail,
            RandomGenerator chance) {
        this.accounts = accounts;
        this.factors = factors;
        this.grants = grants;
        this.regions = regions;
        this.hands = hands;
        this.trail = trail;
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
     * A new password for an administrator of any of the three kinds, for when the first was never seen or is lost.
     * Second factors and open sessions end with the old one. The first system administrator's account is opened if it is
     * not there.
     *
     * @return nothing if no administrator has an open account of this name
     */
    @Transactional
    public Optional<Credentials> reset(String name) {
        return accounts.find(name)
                .filter(one -> one.name().equals(ADMIN) || hands.holds(one.id()))
                .map(one -> {
                    var password = PaperCode.random(chance);
                    accounts.givePassword(one.name(), password);
                    factors.forget(RESETTING, one.id(), "--reset-admin");
                    trail.record(
                            RESETTING,
                            Act.of("access.act.password-given", "account", one.id(), "")
                                    .about(one.id()));
                    return new Credentials(one.name(), one.displayName(), password);
                })
                .or(() -> name.equals(ADMIN) ? open(First.ADMIN) : Optional.empty());
    }

    private Optional<Credentials> open(First first) {
        var password = PaperCode.random(chance);
        return accounts.open(first.account, first.displayName, password).map(account -> {
            trail.record(
                    STARTING,
                    Act.of("access.act.account-opened", "account", account, "").about(account));
            regions.withinLevel(RegionLevel.AUTONOMOUS_REGION).stream()
                    .findFirst()
                    .ifPresent(top -> grant(account, first.role, top));
            return new Credentials(first.account, first.displayName, password);
        });
    }

    private void grant(UUID account, Role role, Region top) {
        grants.begin(account, role, top.code(), WHY);
        trail.record(
                STARTING,
                Act.of("access.act.granted", "account", account, top.name())
                        .in(top.code())
                        .about(account)
                        .changed("access.role", null, role)
                        .changed(
                                "access.place",
                                null,
                                Place.key(Place.Kind.REGION, top.code().value()))
                        .because(WHY));
    }
}
