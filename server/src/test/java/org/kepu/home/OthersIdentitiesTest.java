package org.kepu.home;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the desk that names something, asked with what is a neighbour's: as if it were not there. */
class OthersIdentitiesTest extends RunningSite {

    private static final String NOWHERE = "00000000-0000-0000-0000-000000000001";
    private static final Set<String> MODULES = Set.of("region", "body", "plan", "ledger", "home");

    /** What anybody may read; it says nothing of how far others have come, and no person's name. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /desk/plans/{id}",
            "GET /desk/measures/{id}",
            "GET /desk/bodies/{id}",
            "GET /desk/bodies/groups/{code}",
            "GET /desk/regions/{code}");

    private static final String[] FILLED = {
        "version",
        "0",
        "years",
        "2026",
        "year",
        "2026",
        "title",
        "标题",
        "node",
        "",
        "written",
        "旗科协",
        "meaning",
        "new",
        "periodFrom",
        "2026",
        "periodTo",
        "2030",
        "since",
        "2024-07-01",
        "from",
        "2024-07-01",
        "on",
        "2026-01-01",
        "basis",
        "依据",
        "name",
        "新的名称",
        "part",
        "LIAISON",
        "purpose",
        "试一试",
        "target",
        "150203",
        "kind",
        "OTHER"
    };

    @Autowired
    private ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private GivenPlans given;
    private Visitor clerk;
    private final Map<String, String> theirs = new TreeMap<>();

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        var text = planOf("办好讲座。（牵头单位：旗科协）").replace("苏尼特右旗", "昆都仑区");
        var plan = given.inForce(given.uploaded(text), 2026);
        var draft = given.uploaded(text.replace("77", "78"));
        theirs.put("/desk/plans/{id}", draft.toString());
        theirs.put("/desk/measures/{id}", given.measure(plan, "办好讲座").toString());
        theirs.put("{task}", one("select id::text from ledger.task"));
        theirs.put("/desk/bodies/{id}", one("select id::text from body.body"));
        theirs.put("{body}", one("select id::text from body.body"));
        theirs.put("{code}", "150203");
        theirs.put("/desk/regions/import/{id}", upload());
        clerk = signedIn(accounts.with(Role.OFFICE_CLERK, new RegionCode("152500")));
        clerk.get("/desk/bodies/new");
    }

    @Test
    void what_is_anothers_answers_as_what_is_not_there() {
        var before = everything();
        var wrong = new ArrayList<String>();
        var asked = new ArrayList<String>();
        for (var address : addresses()) {
            var method = address.substring(0, address.indexOf(' '));
            var pattern = address.substring(address.indexOf(' ') + 1);
            var answers = List.of(status(method, filled(pattern, theirs)), status(method, filled(pattern, Map.of())));
            asked.add(address);
            if (!answers.equals(List.of(404, 404)) && !PUBLIC.contains(address)) {
                wrong.add(address + " answers " + answers);
            }
        }
        System.out.println("addresses that name something: " + asked.size() + ", of these public: " + PUBLIC.size());
        assertThat(wrong).isEmpty();
        assertThat(asked).hasSizeGreaterThan(20).containsAll(PUBLIC);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void what_names_nothing_at_all_is_not_there_either() {
        for (var path : List.of(
                "/desk/plans/x",
                "/desk/plans/x/review",
                "/desk/measures/1",
                "/desk/bodies/x",
                "/desk/bodies/groups/x",
                "/desk/regions/import/x",
                "/desk/ledger?plan=x",
                "/plans/x")) {
            assertThat(clerk.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(clerk.get("/desk/ledger?year=x").status()).isEqualTo(400);
    }

    private List<String> addresses() {
        var addresses = new ArrayList<String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            var module = handler.getBeanType().getPackageName().split("\\.")[2];
            for (var pattern : mapping.getPatternValues()) {
                if (MODULES.contains(module) && pattern.startsWith("/desk/") && pattern.contains("{")) {
                    mapping.getMethodsCondition().getMethods().forEach(method -> addresses.add(method + " " + pattern));
                }
            }
        });
        return addresses.stream().sorted().toList();
    }

    private static String filled(String pattern, Map<String, String> identities) {
        var code = identities.isEmpty() ? "150299" : identities.getOrDefault("{code}", "150299");
        var id = identities.entrySet().stream()
                .filter(one -> pattern.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(NOWHERE);
        return pattern.replace("{code}", code)
                .replace("{id}", id)
                .replace("{task}", identities.getOrDefault("{task}", NOWHERE))
                .replace("{body}", identities.getOrDefault("{body}", NOWHERE))
                .replace("{step}", "TAKE_UP")
                .replace("{kind}", "RENAME")
                .replace("{act}", "add-action")
                .replace("{part}", "head");
    }

    private int status(String method, String path) {
        return method.equals(RequestMethod.GET.name())
                ? clerk.get(path).status()
                : clerk.post(path, FILLED).status();
    }

    private String upload() {
        return given.database()
                .sql("""
                insert into region.upload (file_name, content, since, basis, uploaded_at, uploaded_by, checked)
                values ('名录.csv', :content, '2021-01-01', '名录', now(), :other,
                        '{"read": 0, "written": 0, "unchanged": 0, "rejected": 0, "errors": []}')
                returning id::text
                """)
                .param("content", "代码,名称,上级代码\n".getBytes(UTF_8))
                .param("other", accounts.office().account())
                .query(String.class)
                .single();
    }

    private String one(String sql) {
        return given.strings(sql).getFirst();
    }

    private List<String> everything() {
        return given.strings("""
                select 'draft' || draft::text from plan.draft
                union all select 'task' || task::text from ledger.task
                union all select 'body' || body::text from body.body
                union all select 'alias' || alias::text from body.alias
                union all select 'member' || membership::text from body.membership
                union all select 'state' || state::text from region.state
                union all select 'upload' || upload::text from region.upload
                order by 1
                """);
    }
}
