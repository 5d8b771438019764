package org.kepu.people.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.Together.together;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.OTHER_STREET;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.STREET;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.NotFound;
import org.kepu.people.GivenService;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Rosters count a person once, show what is vacant, and match envoys with demands. */
@OnPostgres
class RostersTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Rosters rosters;

    @Autowired
    Demands demands;

    GivenService given;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
    }

    private static Scope clerk() {
        return GivenPlans.may(GivenPlans.CLERK, Right.KEEP_EXPERTS, KUNDULUN);
    }

    private static Scope neighbour() {
        return GivenPlans.may(GivenPlans.OTHER, Right.KEEP_EXPERTS, QINGSHAN);
    }

    private Rosters.Entered enter(RosterKind kind, String phone, RegionCode region, String speciality, String post) {
        return rosters.enter(
                clerk(),
                kind,
                new RosterForm(
                        kind.name(),
                        "王小明",
                        phone,
                        region.value(),
                        speciality,
                        "农技站",
                        post,
                        false,
                        "",
                        null,
                        LocalDate.of(2026, 1, 1),
                        "签了字"));
    }

    @Test
    void one_person_on_several_lists_counts_once_in_all() {
        var team = given.team("青松科技志愿服务队", KUNDULUN);
        given.volunteer(team, "13800138001", false);
        enter(RosterKind.ENVOY, "138 0013 8001", KUNDULUN, "青贮", "");
        enter(RosterKind.TUTOR, "+8613800138001", KUNDULUN, "机器人", "");
        enter(RosterKind.ENVOY, "13800138002", KUNDULUN, "接羔", "");
        var totals = rosters.totals(clerk());
        assertThat(totals).isEqualTo(new Rosters.Totals(0, 2, 1, 0, 1, 0, 2));
        assertThat(rosters.totals(neighbour())).isEqualTo(new Rosters.Totals(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void volunteers_are_told_by_where_they_come_from_and_count_once_though_in_several_teams() {
        var ours = given.team("青松科技志愿服务队", KUNDULUN);
        var street = given.team("白桦科技志愿服务队", STREET);
        given.volunteer(ours, "13800138001", false);
        given.volunteer(street, "13800138001", false);
        given.volunteer(given.team("邻区科技志愿服务队", QINGSHAN), "13800138002", false);
        given.database()
                .sql("update people.volunteer set background = '' where person = :person")
                .param("person", given.volunteer(ours, "13800138003", false))
                .update();
        given.database()
                .sql("update people.membership set state = 'LEFT' where volunteer = :person")
                .param("person", given.volunteer(ours, "13800138004", false))
                .update();
        assertThat(rosters.sources(clerk()))
                .containsExactly(new Rosters.Source("", 1), new Rosters.Source("TEACHER", 1));
    }

    @Test
    void however_many_enter_somebody_they_stand_on_a_roster_once() {
        assertThat(together(6, who -> enter(RosterKind.ENVOY, "13800138001", KUNDULUN, "青贮", "")).stream()
                        .filter(Rosters.Entered.DONE::equals))
                .hasSize(1);
        rosters.end(clerk(), rosters.all(clerk(), RosterKind.ENVOY).getFirst().id());
        assertThat(rosters.all(clerk(), RosterKind.ENVOY)).isEmpty();
        assertThat(enter(RosterKind.ENVOY, "13800138001", KUNDULUN, "青贮", "")).isEqualTo(Rosters.Entered.DONE);
        assertThat(enter(RosterKind.ENVOY, "13800138002", new RegionCode("159999"), "青贮", ""))
                .isEqualTo(Rosters.Entered.OUT_OF_REACH);
    }

    @Test
    void streets_without_a_head_of_each_post_are_told() {
        enter(RosterKind.HEAD, "13800138001", STREET, "", "HOSPITAL");
        enter(RosterKind.HEAD, "13800138002", STREET, "", "SCHOOL");
        enter(RosterKind.HEAD, "13800138003", STREET, "", "STATION");
        enter(RosterKind.HEAD, "13800138004", OTHER_STREET, "", "SCHOOL");
        assertThat(rosters.gaps(clerk())).singleElement().satisfies(gap -> {
            assertThat(gap.region().code()).isEqualTo(OTHER_STREET);
            assertThat(gap.vacant()).containsExactly(RosterKind.Post.HOSPITAL, RosterKind.Post.STATION);
        });
    }

    @Test
    void numbers_of_other_systems_are_told_with_day_and_source_and_never_typed_over() {
        var told = new Rosters.Told(RosterKind.INFORMANT, KUNDULUN, LocalDate.of(2026, 6, 30), 640, "科普中国后台");
        assertThat(rosters.number(clerk(), told)).isTrue();
        assertThat(rosters.number(
                        clerk(), new Rosters.Told(told.kind(), told.region(), told.day(), 900, told.source())))
                .isFalse();
        var later = new Rosters.Told(told.kind(), told.region(), LocalDate.of(2026, 9, 30), 700, told.source());
        assertThat(rosters.number(clerk(), later)).isTrue();
        assertThat(rosters.numbers(clerk())).containsExactly(later);
        assertThatThrownBy(() -> rosters.number(neighbour(), told)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_demand_whose_form_is_sent_several_times_is_noted_once() {
        var form = UUID.randomUUID();
        assertThat(together(6, who -> demands.ask(clerk(), form, STREET, "青贮", "想学一学")))
                .containsOnlyOnce(Demands.Asked.NOTED)
                .containsOnly(Demands.Asked.NOTED, Demands.Asked.BEFORE);
        assertThat(demands.ask(clerk(), form, STREET, "青贮", "还想学接羔"))
                .as("gone back and changed")
                .isEqualTo(Demands.Asked.OTHERWISE);
        assertThat(demands.ask(neighbour(), form, QINGSHAN, "青贮", "想学一学"))
                .as("nothing is told of a neighbour's")
                .isEqualTo(Demands.Asked.OTHERWISE);
        assertThat(demands.all(clerk()))
                .extracting(Demands.Demand::id, Demands.Demand::words)
                .containsExactly(tuple(form, "想学一学"));
        assertThat(given.database()
                        .sql("select count(*) from audit.entry where act = 'people.act.demand' and object = :id")
                        .param("id", form.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(demands.ask(clerk(), UUID.randomUUID(), STREET, "青贮", "想学一学"))
                .as("another herder asks the same")
                .isEqualTo(Demands.Asked.NOTED);
    }

    @Test
    void a_demand_goes_to_an_envoy_who_knows_the_subject_once_and_counts_when_served() {
        enter(RosterKind.ENVOY, "13800138001", KUNDULUN, "果树修剪", "");
        enter(RosterKind.ENVOY, "13800138002", KUNDULUN, "青贮饲料", "");
        var demand = UUID.randomUUID();
        demands.ask(clerk(), demand, STREET, "青贮", "想学一学");
        var matches = demands.matches(clerk(), demand);
        assertThat(matches).extracting(Demands.Match::speciality).containsExactly("青贮饲料", "果树修剪");
        assertThat(demands.serve(clerk(), demand, GivenService.today(), 90, 12, 5))
                .as("nobody has it")
                .isFalse();
        assertThat(together(
                                6,
                                who -> demands.give(
                                        clerk(), demand, matches.get(who % 2).entry()))
                        .stream()
                        .filter(given -> given))
                .hasSize(1);
        assertThat(together(4, who -> demands.serve(clerk(), demand, GivenService.today(), 90, 12, 5)).stream()
                        .filter(served -> served))
                .hasSize(1);
        assertThat(given.database()
                        .sql(
                                "select sum(minutes) || ' ' || sum(attendances) from indicator.fact where source = 'envoy'")
                        .query(String.class)
                        .single())
                .isEqualTo("90 12");
        assertThat(demands.find(clerk(), demand).orElseThrow().served()).isEqualTo(GivenService.today());
        var wrong = new Reason("记错了件");
        assertThatThrownBy(() -> demands.takeBack(neighbour(), demand, wrong)).isInstanceOf(NotFound.class);
        assertThat(demands.takeBack(clerk(), demand, wrong)).isTrue();
        assertThat(demands.takeBack(clerk(), demand, wrong)).isFalse();
        assertThat(given.database()
                        .sql("select sum(minutes) from indicator.fact where source = 'envoy'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(demands.serve(clerk(), demand, GivenService.today().minusDays(1), 60, 8, null))
                .as("before it was asked")
                .isFalse();
        assertThat(demands.serve(clerk(), demand, GivenService.today().plusDays(1), 60, 8, null))
                .as("tomorrow")
                .isFalse();
        assertThat(demands.serve(clerk(), demand, GivenService.today(), 60, 8, null))
                .isTrue();
        assertThat(demands.find(neighbour(), demand)).isEmpty();
        assertThatThrownBy(() ->
                        demands.give(neighbour(), demand, matches.getFirst().entry()))
                .isInstanceOf(NotFound.class);
    }
}
