package org.kepu.activity.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.activity.GivenActivities.clerkOf;
import static org.kepu.activity.GivenActivities.on;
import static org.kepu.activity.GivenActivities.talk;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.STREET;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Described;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.template.KeepingTemplates.Kept;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Patterns are their keeper's; those below an office use what it shares, and nobody else's. */
@OnPostgres
class KeepingTemplatesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    KeepingTemplates templates;

    GivenActivities given;
    BodyId school;
    ActivityId activity;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
        school = given.body(KUNDULUN, "区教育局");
        var talk = talk();
        activity = given.draft(
                new Described(
                        talk.title(),
                        talk.kind(),
                        null,
                        talk.summary(),
                        talk.audiences(),
                        KUNDULUN,
                        talk.place(),
                        talk.access(),
                        "小心台阶",
                        talk.telephone(),
                        List.of(school),
                        List.of()),
                on("2027-03-05", "15:00", 90));
    }

    private Scope ofBody(BodyId body) {
        var none = GivenPlans.may(GivenPlans.OTHER, Right.RUN_ACTIVITIES);
        return new Scope(GivenPlans.OTHER, Right.RUN_ACTIVITIES, none.day(), Set.of(), Set.of(body), Set.of());
    }

    private UUID kept(Scope scope, String title, @Nullable RegionCode region, @Nullable BodyId body, boolean shared) {
        var id = UUID.randomUUID();
        assertThat(templates.keep(scope, activity, id, title, region, body, shared))
                .isInstanceOf(Kept.Done.class);
        return id;
    }

    private List<String> titles(Scope scope) {
        return templates.list(scope).stream().map(Template::title).toList();
    }

    @Test
    void what_is_kept_comes_back_whole() {
        var id = kept(clerkOf(KUNDULUN), "每周讲座", KUNDULUN, null, false);
        var template = templates.find(clerkOf(KUNDULUN), id).orElseThrow();
        assertThat(template.told().organisers()).containsExactly(school);
        assertThat(template.told().place().latitude()).isEqualTo(40.65);
        assertThat(template.session())
                .isEqualTo(new SessionPattern(LocalTime.of(15, 0), LocalTime.of(16, 30), null, 2, true, null, false));
    }

    @Test
    void a_bodys_is_seen_by_the_body_and_its_office_and_by_no_other() {
        kept(ofBody(school), "学校讲座", null, school, true);
        assertThat(titles(ofBody(school))).containsExactly("学校讲座");
        assertThat(titles(clerkOf(KUNDULUN))).containsExactly("学校讲座");
        assertThat(titles(clerkOf(QINGSHAN))).isEmpty();
        assertThat(titles(clerkOf(STREET))).as("a body shares nothing").isEmpty();
        assertThat(titles(ofBody(given.body(KUNDULUN, "区气象局")))).isEmpty();
    }

    @Test
    void those_below_use_what_an_office_shares_while_it_does() {
        var id = kept(clerkOf(BAOTOU), "全市科普日", BAOTOU, null, true);
        kept(clerkOf(BAOTOU), "不外传", BAOTOU, null, false);
        assertThat(titles(clerkOf(KUNDULUN))).containsExactly("全市科普日");
        assertThat(titles(ofBody(school))).containsExactly("全市科普日");
        assertThat(titles(clerkOf(new RegionCode("152500")))).isEmpty();
        assertThatThrownBy(() -> templates.drop(clerkOf(KUNDULUN), id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> templates.share(clerkOf(KUNDULUN), id, false)).isInstanceOf(NotFound.class);
        templates.share(clerkOf(BAOTOU), id, false);
        assertThat(titles(clerkOf(KUNDULUN))).isEmpty();
    }

    @Test
    void from_above_neither_place_nor_organisers_come_along() {
        var id = kept(clerkOf(BAOTOU), "全市科普日", BAOTOU, null, true);
        var told = templates.find(clerkOf(QINGSHAN), id).orElseThrow().toldIn(QINGSHAN);
        assertThat(told.region()).isEqualTo(QINGSHAN);
        assertThat(told.title()).isEqualTo("防灾减灾讲座");
        assertThat(told.safety()).isEqualTo("小心台阶");
        assertThat(told.place().address()).isEmpty();
        assertThat(told.organisers()).isEmpty();
        assertThat(told.telephone()).isEmpty();
    }

    @Test
    void a_keeper_has_one_of_a_name() {
        kept(clerkOf(KUNDULUN), "讲座", KUNDULUN, null, false);
        assertThat(templates.keep(clerkOf(KUNDULUN), activity, UUID.randomUUID(), "讲座", KUNDULUN, null, false))
                .isInstanceOf(Kept.NameTaken.class);
        kept(ofBody(school), "讲座", null, school, false);
    }

    @Test
    void nobody_keeps_one_for_others() {
        assertThatThrownBy(() ->
                        templates.keep(clerkOf(KUNDULUN), activity, UUID.randomUUID(), "讲座", QINGSHAN, null, false))
                .isInstanceOf(NotFound.class);
        var neighbour = given.body(QINGSHAN, "青山科协");
        assertThatThrownBy(() ->
                        templates.keep(clerkOf(KUNDULUN), activity, UUID.randomUUID(), "讲座", null, neighbour, false))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        templates.keep(clerkOf(QINGSHAN), activity, UUID.randomUUID(), "讲座", QINGSHAN, null, false))
                .as("somebody else's activity")
                .isInstanceOf(NotFound.class);
    }
}
