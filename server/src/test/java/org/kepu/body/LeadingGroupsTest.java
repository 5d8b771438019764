package org.kepu.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.Ground;
import org.kepu.region.OnPostgres;
import org.kepu.region.Region;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class LeadingGroupsTest {

    private static final Scope KEEP = GivenPlans.may(Right.KEEP_BODIES);
    private static final RegionCode KUNDULUN = new RegionCode("150203");
    private static final RegionCode QINGSHAN = new RegionCode("150204");
    private static final LocalDate SPRING = LocalDate.of(2024, 3, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2024, 9, 1);

    @Autowired
    LeadingGroups groups;

    @Autowired
    KeepingGroups keepingGroups;

    @Autowired
    Delegates delegates;

    @Autowired
    Bodies bodies;

    @Autowired
    KeepingBodies keeping;

    @Autowired
    @Qualifier("initialTree")
    SmartInitializingSingleton initialTree;

    @Autowired
    JdbcClient jdbc;

    private Body science;
    private Body schools;

    @BeforeEach
    void plant() {
        new Ground(jdbc).clear();
        initialTree.afterSingletonsInstantiated();
        science = keeping.register(KEEP, KUNDULUN, "区科协", BodyKind.MASS_ORGANISATION);
        schools = keeping.register(KEEP, KUNDULUN, "区教育局", BodyKind.DEPARTMENT);
        keepingGroups.join(
                KEEP, QINGSHAN, keeping.register(KEEP, QINGSHAN, "区科协", BodyKind.MASS_ORGANISATION), SPRING, null);
    }

    @Test
    void each_members_words_stand_for_those_of_the_day() {
        keepingGroups.join(KEEP, KUNDULUN, science, SPRING, null);
        keepingGroups.join(KEEP, KUNDULUN, schools, AUTUMN, null);
        assertThat(groups.membersOn(KUNDULUN, SPRING.minusDays(1))).isEmpty();
        assertThat(groups.membersOn(KUNDULUN, AUTUMN.minusDays(1))).containsExactly(science);
        assertThat(groups.expand(BodyGroup.LEADING_GROUP_MEMBERS, KUNDULUN, AUTUMN))
                .containsExactly(schools, science);
    }

    @Test
    void who_has_left_is_a_member_of_the_past_and_may_come_back() {
        keepingGroups.join(KEEP, KUNDULUN, science, SPRING, null);
        assertThat(keepingGroups.leave(KEEP, KUNDULUN, science, AUTUMN)).isTrue();
        assertThat(groups.membersOn(KUNDULUN, AUTUMN.minusDays(1))).containsExactly(science);
        assertThat(groups.membersOn(KUNDULUN, AUTUMN)).isEmpty();
        assertThat(keepingGroups.leave(KEEP, KUNDULUN, science, AUTUMN)).isFalse();
        assertThat(keepingGroups.join(KEEP, KUNDULUN, science, AUTUMN.plusYears(1), null))
                .isTrue();
    }

    @Test
    void nobody_is_a_member_twice_on_one_day() {
        assertThat(keepingGroups.join(KEEP, KUNDULUN, science, SPRING, AUTUMN)).isTrue();
        assertThat(keepingGroups.join(KEEP, KUNDULUN, science, AUTUMN.minusDays(1), null))
                .isFalse();
        assertThat(keepingGroups.join(KEEP, KUNDULUN, science, AUTUMN, null)).isTrue();
        assertThatThrownBy(() -> jdbc.sql("insert into body.membership values ('150203', :body, '[2020-01-01,)')")
                        .param("body", science.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void one_person_at_a_time_stands_for_a_member_and_only_while_it_is_one() {
        keepingGroups.join(KEEP, KUNDULUN, science, SPRING, null);
        var first = new Delegate(Delegate.Part.LIAISON, "王敏", "办公室主任", "0472-1234567", SPRING);
        var second = new Delegate(Delegate.Part.LIAISON, "李强", "科普部部长", "0472-7654321", AUTUMN);
        assertThat(delegates.appoint(KEEP, KUNDULUN, science, first)).isTrue();
        assertThat(delegates.appoint(KEEP, KUNDULUN, science, second)).isTrue();
        assertThat(delegates.appoint(KEEP, KUNDULUN, schools, second)).isFalse();
        assertThat(standing(AUTUMN.minusDays(1))).containsExactly(first.masked());
        assertThat(standing(AUTUMN)).containsExactly(second.masked());
        assertThat(second.masked().name()).isEqualTo("李*");
        assertThat(second.masked().phone()).isEqualTo("047****4321");
        keepingGroups.leave(KEEP, KUNDULUN, science, AUTUMN.minusDays(1));
        assertThat(jdbc.sql("select upper(during) from body.delegate")
                        .query(LocalDate.class)
                        .list())
                .containsExactly(AUTUMN.minusDays(1));
    }

    @Test
    void a_person_is_not_printed() {
        assertThat(new Delegate(Delegate.Part.HEAD, "王敏", "主席", "0472-1234567", SPRING).toString())
                .doesNotContain("王敏", "0472");
    }

    @Test
    void streets_and_towns_expand_to_their_offices_and_the_missing_ones_are_named() {
        street("150203001", "昆北街道", KUNDULUN);
        street("150203101", "哈林格尔镇", KUNDULUN);
        street("150204001", "先锋道街道", QINGSHAN);
        var north = keeping.register(KEEP, new RegionCode("150203001"), "昆北街道办事处", BodyKind.GOVERNMENT);
        keeping.register(KEEP, new RegionCode("150203001"), "昆北街道科协", BodyKind.MASS_ORGANISATION);
        keeping.register(KEEP, new RegionCode("150204001"), "先锋道街道办事处", BodyKind.GOVERNMENT);
        assertThat(groups.expand(BodyGroup.SUMU_GOVERNMENTS, KUNDULUN, SPRING)).containsExactly(north);
        assertThat(groups.missing(BodyGroup.SUMU_GOVERNMENTS, KUNDULUN, SPRING))
                .extracting(Region::name)
                .containsExactly("哈林格尔镇");
        assertThat(keepingGroups.registerMissing(KEEP, BodyGroup.SUMU_GOVERNMENTS, KUNDULUN, SPRING))
                .isEqualTo(1);
        assertThat(groups.expand(BodyGroup.SUMU_GOVERNMENTS, KUNDULUN, SPRING))
                .extracting(Body::name)
                .containsExactly("昆北街道办事处", "哈林格尔镇人民政府");
        assertThat(groups.missing(BodyGroup.SUMU_GOVERNMENTS, KUNDULUN, SPRING)).isEmpty();
    }

    @Test
    void all_banners_expand_below_the_top_at_any_depth() {
        var top = new RegionCode("150000");
        assertThat(groups.missing(BodyGroup.BANNER_GOVERNMENTS, top, SPRING)).hasSize(103);
        assertThat(keepingGroups.registerMissing(KEEP, BodyGroup.LEAGUE_GOVERNMENTS, top, SPRING))
                .isEqualTo(12);
        assertThat(groups.expand(BodyGroup.LEAGUE_GOVERNMENTS, top, SPRING))
                .extracting(Body::name)
                .contains("锡林郭勒盟行政公署", "包头市人民政府")
                .hasSize(12);
        assertThat(groups.expand(BodyGroup.OPEN, top, SPRING)).isEmpty();
    }

    @Test
    void registering_a_name_again_gives_the_same_body_even_when_many_do_it_at_once() {
        var ids = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> keeping.register(KEEP, KUNDULUN, " 区科技局 ", BodyKind.DEPARTMENT)
                        .id())
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(bodies.in(KUNDULUN)).extracting(Body::name).containsExactly("区教育局", "区科协", "区科技局");
        assertThat(bodies.all(List.of(schools.id(), science.id()))).containsOnlyKeys(schools.id(), science.id());
    }

    @Test
    void a_name_that_another_body_bears_is_not_taken_from_it() {
        assertThat(keeping.rename(KEEP, science.id(), "区教育局", BodyKind.DEPARTMENT))
                .isFalse();
        assertThat(bodies.find(science.id())).contains(science);
        assertThat(bodies.aliases(science.id())).isEmpty();
    }

    @Test
    void a_new_name_keeps_the_old_one_as_an_alias_and_back_again_drops_it() {
        assertThat(keeping.rename(KEEP, science.id(), "区科学技术协会", BodyKind.MASS_ORGANISATION))
                .isTrue();
        assertThat(bodies.aliases(science.id())).containsExactly("区科协");
        assertThat(keeping.rename(KEEP, science.id(), "区科协", BodyKind.MASS_ORGANISATION))
                .isTrue();
        assertThat(bodies.aliases(science.id())).containsExactly("区科学技术协会");
    }

    private List<Delegate> standing(LocalDate day) {
        return delegates
                .masked(GivenPlans.may(Right.DESK), KUNDULUN, day)
                .getOrDefault(science.id(), List.of())
                .stream()
                .map(KnownDelegate::delegate)
                .toList();
    }

    private void street(String code, String name, RegionCode parent) {
        jdbc.sql("insert into region.region (code) values (:code)")
                .param("code", code)
                .update();
        jdbc.sql(
                        "insert into region.state (code, name, parent, during) values (:code, :name, :parent, '[2021-01-01,)')")
                .param("code", code)
                .param("name", name)
                .param("parent", parent.value())
                .update();
    }
}
