package org.kepu.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.access.GivenAccounts.TOP;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.region.Ground;
import org.kepu.shared.May;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The three hands at the doors of the running program: each opens its own, and no other's (三员分立). */
class SeparateHandsTest extends RunningSite {

    private static final String SOMETHING = "00000000-0000-0000-0000-000000000001";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("initialTree")
    private SmartInitializingSingleton initialTree;

    private record Door(RequestMethod method, String path, Set<Right> rights) {}

    @BeforeEach
    void plant() {
        new Ground(database).clear();
        initialTree.afterSingletonsInstantiated();
    }

    @Test
    void the_auditor_changes_nothing() {
        var auditor = signedIn(accounts.with(Role.AUDITOR, TOP));
        auditor.get("/desk");
        var open = new ArrayList<String>();
        var tried = forms();
        for (var door : tried) {
            var answer = auditor.post(door.path());
            if (answer.status() != 403 && answer.status() != 404) {
                open.add(door.path() + " answers " + answer.status());
            }
        }
        System.out.println("forms tried as auditor: " + tried.size());
        assertThat(open).isEmpty();
        assertThat(tried).hasSizeGreaterThan(30);
    }

    @Test
    void each_hand_opens_the_doors_of_its_own_rights_only() {
        for (var hand : List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR)) {
            var visitor = signedIn(accounts.with(hand, TOP));
            visitor.get("/desk");
            var wrong = new ArrayList<String>();
            for (var door : doors()) {
                if (door.rights().isEmpty()) {
                    continue;
                }
                var answer = door.method() == RequestMethod.GET ? visitor.get(door.path()) : visitor.post(door.path());
                if (!hand.rights().containsAll(door.rights()) && answer.status() != 403 && answer.status() != 404) {
                    wrong.add(door + " answers " + answer.status());
                }
            }
            assertThat(wrong).as(hand.name()).isEmpty();
        }
    }

    @Test
    void the_system_administrator_reaches_neither_grants_nor_the_trail() {
        var admin = signedIn(accounts.with(Role.SYSTEM_ADMINISTRATOR, TOP));
        var other = accounts.with(Role.LEADER, TOP).account();

        assertThat(admin.get("/desk/people/" + other).status()).isEqualTo(200);
        assertThat(admin.get("/desk/people/" + other + "/grants/new").status()).isEqualTo(403);
        assertThat(admin.get("/desk/people/services").status()).isEqualTo(403);
        assertThat(admin.post(
                                "/desk/people/" + other + "/grants",
                                "role",
                                "AUDITOR",
                                "place",
                                "REGION:150000",
                                "from",
                                "2030-01-01",
                                "reason",
                                "?")
                        .status())
                .isEqualTo(403);
        assertThat(Role.SYSTEM_ADMINISTRATOR.rights()).doesNotContain(Right.GRANT, Right.READ_TRAIL);
        assertThat(database.sql("select count(*) from access.role_grant where holder = :holder")
                        .param("holder", other)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_grant_that_is_taken_back_or_over_counts_no_more_at_the_next_click() {
        for (var end : List.of(
                "ends_at = now() - interval '1 second', starts_at = now() - interval '2 days'",
                "revoked_at = now(), revoked_by = '00000000-0000-0000-0000-000000000000', revoked_why = '?'")) {
            var account = accounts.with(Role.OFFICE_CLERK, new RegionCode("150200"));
            var visitor = signedIn(account);
            assertThat(visitor.get("/desk/bodies/new").status()).isEqualTo(200);

            database.sql("update access.role_grant set " + end + " where holder = :holder")
                    .param("holder", account.account())
                    .update();

            assertThat(visitor.get("/desk/bodies/new").status()).as(end).isEqualTo(403);
        }
    }

    @Test
    void a_closed_account_is_signed_out_at_the_next_click() {
        var account = accounts.with(Role.EDITOR, TOP);
        var visitor = signedIn(account);
        assertThat(visitor.get("/desk").status()).isEqualTo(200);
        var admin = signedIn(accounts.with(Role.SYSTEM_ADMINISTRATOR, TOP));
        admin.get("/desk/people/" + account.account());

        assertThat(admin.post("/desk/people/" + account.account() + "/close", "why", "离职")
                        .status())
                .isEqualTo(302);

        assertThat(visitor.get("/desk").location()).isEqualTo("/sign-in");
        var again = signedIn(account);
        assertThat(again.get("/desk").location()).isEqualTo("/sign-in");
        admin.post("/desk/people/" + account.account() + "/reopen");
        assertThat(signedIn(account).get("/desk").status()).isEqualTo(200);
    }

    /** Forms that are not about oneself, nor the export of the trail, which changes nothing. */
    private List<Door> forms() {
        return doors().stream()
                .filter(door -> door.method() == RequestMethod.POST)
                .filter(door -> !door.rights().isEmpty()
                        && !Set.of(Right.DESK, Right.READ_TRAIL).containsAll(door.rights()))
                .toList();
    }

    private List<Door> doors() {
        var doors = new ArrayList<Door>();
        mappings.getHandlerMethods().forEach((mapping, page) -> {
            for (var pattern : mapping.getPatternValues()) {
                if (pattern.equals("/desk") || pattern.startsWith("/desk/")) {
                    var path = pattern.replaceAll("\\{[^}]*}", SOMETHING);
                    for (var method : mapping.getMethodsCondition().getMethods()) {
                        doors.add(new Door(method, path, rights(page)));
                    }
                }
            }
        });
        return doors;
    }

    private static Set<Right> rights(HandlerMethod page) {
        return java.util.Arrays.stream(page.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(May.class))
                .filter(java.util.Objects::nonNull)
                .map(May::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
