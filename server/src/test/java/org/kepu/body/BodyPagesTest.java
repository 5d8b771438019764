package org.kepu.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.page.Visitor.Answer;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.Ground;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

class BodyPagesTest extends RunningSite {

    private static final Scope KEEP = GivenPlans.may(Right.KEEP_BODIES);
    private static final RegionCode KUNDULUN = new RegionCode("150203");

    @Autowired
    Bodies bodies;

    @Autowired
    KeepingBodies keeping;

    @Autowired
    LeadingGroups groups;

    @Autowired
    KeepingGroups keepingGroups;

    @Autowired
    Delegates delegates;

    @Autowired
    @Qualifier("initialTree")
    SmartInitializingSingleton initialTree;

    @Autowired
    JdbcClient jdbc;

    private Visitor clerk;

    @BeforeEach
    void plant() {
        new Ground(jdbc).clear();
        initialTree.afterSingletonsInstantiated();
        clerk = clerk();
        clerk.get("/desk/bodies/new");
    }

    @Test
    void an_empty_list_says_what_comes_here() {
        assertThat(page("/desk/bodies")).contains("还没有单位", "登记单位");
    }

    @Test
    void a_body_is_entered_found_and_renamed() {
        var entered = send("/desk/bodies/new", "region", "150203", "name", "区科协", "kind", "");
        var body = bodies.in(KUNDULUN).getFirst();
        assertThat(body.kind()).isEqualTo(BodyKind.MASS_ORGANISATION);
        assertThat(entered.location()).isEqualTo("/desk/bodies/" + body.id());
        keeping.register(KEEP, new RegionCode("150204"), "区科协", BodyKind.MASS_ORGANISATION);
        keeping.register(KEEP, KUNDULUN, "区教育局", BodyKind.DEPARTMENT);
        assertThat(page("/desk/bodies?region=150203&q=科协"))
                .contains(body.id().toString())
                .doesNotContain("区教育局");
        assertThat(page("/desk/bodies?region=150203&kind=DEPARTMENT"))
                .contains("区教育局")
                .doesNotContain(body.id().toString());
        send("/desk/bodies/" + body.id(), "region", "150203", "name", "区科学技术协会", "alias", "昆区科协");
        assertThat(page("/desk/bodies/" + body.id())).contains("区科学技术协会", "区科协", "昆区科协");
        assertThat(page("/desk/bodies?q=昆区科协")).contains(body.id().toString());
    }

    @Test
    void a_wrong_form_comes_back_with_its_reasons() {
        var wrong = send("/desk/bodies/new", "region", "999999", "name", "局");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("没有这个区划", "名称为 2 至 100 个字");
        var body = keeping.register(KEEP, KUNDULUN, "区科协", BodyKind.MASS_ORGANISATION);
        keeping.register(KEEP, KUNDULUN, "区教育局", BodyKind.DEPARTMENT);
        var taken = send("/desk/bodies/" + body.id(), "region", "150203", "name", "区教育局");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("本地已有同名的单位");
    }

    @Test
    void members_come_and_go_with_their_days_and_persons() {
        var body = keeping.register(KEEP, KUNDULUN, "区科协", BodyKind.MASS_ORGANISATION);
        var group = "/desk/bodies/groups/150203";
        assertThat(page(group)).contains("这一天还没有成员单位");
        send(group + "/members", "body", body.id().toString(), "since", "2024-03-01");
        send(
                group + "/members/" + body.id() + "/delegates",
                "part",
                "LIAISON",
                "name",
                "王敏",
                "phone",
                "0472-1234567",
                "since",
                "2024-03-01");
        send(
                group + "/members/" + body.id() + "/delegates",
                "part",
                "HEAD",
                "name",
                "李强",
                "phone",
                "不是电话",
                "since",
                "2024-03-01");
        assertThat(page(group + "?on=2024-03-01"))
                .contains("区科协", "王*", "047****4567")
                .doesNotContain("李强", "王敏", "0472-1234567");
        assertThat(page(group + "?on=2024-02-29")).contains("这一天还没有成员单位");
        send(group + "/members/" + body.id() + "/end", "from", "2024-09-01");
        assertThat(groups.membersOn(KUNDULUN, LocalDate.of(2024, 8, 31))).containsExactly(body);
        assertThat(groups.membersOn(KUNDULUN, LocalDate.of(2024, 9, 1))).isEmpty();
    }

    private Answer send(String address, String... fields) {
        return clerk.post(address, fields);
    }

    private String page(String address) {
        return clerk.get(address).body();
    }
}
