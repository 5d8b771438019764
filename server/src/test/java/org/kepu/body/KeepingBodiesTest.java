package org.kepu.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.plan.review.GivenPlans.CLERK;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.privacy.Reading;
import org.kepu.privacy.ReadingFullValues;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bodies, groups and the persons in them are kept by those whose division it is. */
class KeepingBodiesTest extends RunningSite {

    private static final RegionCode OURS = new RegionCode("150203");
    private static final RegionCode THEIRS = new RegionCode("150204");
    private static final LocalDate SPRING = LocalDate.of(2024, 3, 1);
    private static final Scope ALL = may(Right.KEEP_BODIES);
    private static final Scope KEEP = may(CLERK, Right.KEEP_BODIES, OURS);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private KeepingBodies keeping;

    @Autowired
    private KeepingGroups groups;

    @Autowired
    private LeadingGroups leadingGroups;

    @Autowired
    private Delegates delegates;

    @Autowired
    private ReadingFullValues reading;

    @Autowired
    private Bodies bodies;

    @Autowired
    private BodyNames names;

    @Autowired
    private JdbcClient jdbc;

    private Body ours;
    private Body theirs;

    @BeforeEach
    void plant() {
        GivenPlans.onCleanGround(context);
        ours = keeping.register(ALL, OURS, "区科协", BodyKind.MASS_ORGANISATION);
        theirs = keeping.register(ALL, THEIRS, "青山区科协", BodyKind.MASS_ORGANISATION);
        groups.join(ALL, OURS, ours, SPRING, null);
        groups.join(ALL, THEIRS, theirs, SPRING, null);
        delegates.appoint(ALL, OURS, ours, person("王敏", "13800135678"));
        delegates.appoint(ALL, THEIRS, theirs, person("李强", "13900139999"));
    }

    @Test
    void nothing_of_a_neighbour_is_changed() {
        var before = everything();
        refused(() -> keeping.register(KEEP, THEIRS, "区教育局", BodyKind.DEPARTMENT));
        refused(() -> keeping.rename(KEEP, theirs.id(), "别的名称", BodyKind.OTHER));
        refused(() -> keeping.alsoCalled(KEEP, theirs.id(), "别名"));
        refused(() -> groups.join(KEEP, THEIRS, ours, SPRING, null));
        refused(() -> groups.leave(KEEP, THEIRS, theirs, SPRING));
        refused(() -> groups.registerMissing(KEEP, BodyGroup.SUMU_GOVERNMENTS, THEIRS, SPRING));
        refused(() -> delegates.appoint(KEEP, THEIRS, theirs, person("赵某", "13700137000")));
        refused(() -> names.enter(may(CLERK, Right.REVIEW_PLANS, OURS), THEIRS, UUID.randomUUID(), "区文旅局"));
        var nothing = Scope.nothing(CLERK, Right.KEEP_BODIES);
        refused(() -> keeping.rename(nothing, ours.id(), "别的名称", BodyKind.OTHER));
        refused(() -> groups.leave(nothing, OURS, ours, SPRING));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void what_is_ours_is_changed_and_told() {
        keeping.rename(KEEP, ours.id(), "区科学技术协会", BodyKind.MASS_ORGANISATION);
        keeping.alsoCalled(KEEP, ours.id(), "昆区科协");
        groups.leave(KEEP, OURS, ours, SPRING.plusYears(1));
        assertThat(bodies.aliases(ours.id())).containsExactlyInAnyOrder("区科协", "昆区科协");
        assertThat(told(ours.id().toString()))
                .containsExactly(
                        "body.act.registered",
                        "body.act.joined",
                        "body.act.renamed",
                        "body.act.alias",
                        "body.act.left");
    }

    @Test
    void a_person_is_masked_to_all_and_shown_in_full_for_a_purpose_of_the_register_within_reach() {
        var shown =
                delegates.masked(may(CLERK, Right.DESK, OURS), THEIRS, SPRING).get(theirs.id());
        assertThat(shown)
                .extracting(
                        known -> known.delegate().name(),
                        known -> known.delegate().phone())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("李*", "139****9999"));
        var clerk = may(CLERK, Right.READ_PERSONAL, OURS);
        var purpose = "leading-group";
        refused(() -> reading.read(clerk, Phones.FIELD, shown.getFirst().id(), purpose));
        refused(() -> reading.read(Scope.nothing(CLERK, Right.READ_PERSONAL), Phones.FIELD, liaison(), purpose));
        assertThat(reading.read(clerk, Phones.FIELD, liaison(), "通知开会")).isEqualTo(new Reading.NoPurpose());
        assertThat(reads()).isEmpty();

        assertThat(reading.before(clerk, Phones.FIELD, liaison()).masked()).isEqualTo("138****5678");
        assertThat(reading.read(clerk, Phones.FIELD, liaison(), purpose)).isEqualTo(new Reading.Shown("13800135678"));
        assertThat(reading.read(clerk, "body.delegate.name", liaison(), purpose))
                .isEqualTo(new Reading.Shown("王敏"));
        assertThat(reads())
                .containsExactly("电话 150203 领导小组联络 " + CLERK.account(), "姓名 150203 领导小组联络 " + CLERK.account());
    }

    @Test
    void a_person_is_shown_on_a_page_of_its_own_that_leads_back_and_to_nobody_without_the_right() {
        var clerk = signedIn(accounts.with(Role.OFFICE_CLERK, OURS));
        var group = "/desk/bodies/groups/" + OURS + "?on=2024-03-01";
        var phone = "/desk/personal/body.delegate.phone/" + liaison();
        assertThat(clerk.get(group).body())
                .contains("王*", "138****5678", phone + "?from=", "查看姓名", "查看电话", "加入成员单位")
                .doesNotContain("王敏", "13800135678");
        assertThat(clerk.get(phone + "?from=" + group.replace("?", "%3F")).body())
                .contains("138****5678", "领导小组联络", "href=\"" + group + "\"")
                .doesNotContain("13800135678");
        assertThat(clerk.get(phone + "?from=//elsewhere.cn").body()).doesNotContain("\"//elsewhere");
        var unsaid = clerk.post(phone, "purpose", "", "from", group);
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("请选择用途").doesNotContain("13800135678");
        assertThat(clerk.post(phone, "purpose", "leading-group", "from", group).body())
                .contains("13800135678", "本次查看已记录", "href=\"" + group + "\"");
        assertThat(clerk.get(group).body()).doesNotContain("王敏", "13800135678");

        var leader = signedIn(accounts.with(Role.LEADER, OURS));
        assertThat(leader.get(group).body()).contains("王*").doesNotContain("查看电话", "加入成员单位", "王敏", "13800135678");
        assertThat(leader.post(phone, "purpose", "leading-group").status())
                .as("without the right nothing is within reach")
                .isEqualTo(404);
        var neighbour = signedIn(accounts.with(Role.OFFICE_CLERK, THEIRS));
        assertThat(neighbour.get(group).body()).doesNotContain("王敏", "13800135678");
        assertThat(neighbour.post(phone, "purpose", "leading-group").status()).isEqualTo(404);
        assertThat(leadingGroups.membersOn(OURS, SPRING)).containsExactly(ours);
    }

    @Test
    void a_division_of_others_is_refused_at_the_field() {
        var clerk = signedIn(accounts.with(Role.OFFICE_CLERK, OURS));
        clerk.get("/desk/bodies/new");
        var answer = clerk.post("/desk/bodies/new", "region", THEIRS.value(), "name", "区教育局", "kind", "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("没有这个区划，或不在您的范围内");
        assertThat(bodies.in(THEIRS)).containsExactly(theirs);
    }

    private static Delegate person(String name, String phone) {
        return new Delegate(Delegate.Part.LIAISON, name, "科员", phone, SPRING);
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(NotFound.class);
    }

    private List<String> everything() {
        return jdbc.sql("""
                        select concat_ws('|', 'body', id, region, name, kind) from body.body
                        union all select concat_ws('|', 'alias', body, name) from body.alias
                        union all select concat_ws('|', 'member', region, body, during) from body.membership
                        union all select concat_ws('|', 'delegate', region, body, name, phone, during) from body.delegate
                        union all select concat_ws('|', 'meaning', document, written, body) from body.meaning
                        order by 1
                        """).query(String.class).list();
    }

    private List<String> told(String object) {
        return jdbc.sql("select act from audit.entry where object = :object order by at, act = 'body.act.left'")
                .param("object", object)
                .query(String.class)
                .list();
    }

    private UUID liaison() {
        return jdbc.sql("select id from body.delegate where body = :body")
                .param("body", ours.id().value())
                .query(UUID.class)
                .single();
    }

    private List<String> reads() {
        return jdbc.sql("""
                        select concat_ws(' ', label, region, reason, actor) from audit.entry
                        where act = 'privacy.act.read' and object in (select id::text from body.delegate) order by at
                        """).query(String.class).list();
    }
}
