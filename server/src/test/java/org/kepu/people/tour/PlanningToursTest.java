package org.kepu.people.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.Together.together;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.GACHA;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.TOP;
import static org.kepu.people.tour.GivenTours.clerk;
import static org.kepu.people.tour.GivenTours.clerkOf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.notice.SentMessages;
import org.kepu.page.NotFound;
import org.kepu.people.GivenService;
import org.kepu.people.expert.InvitingExperts;
import org.kepu.people.expert.InvitingExperts.Invited;
import org.kepu.people.expert.InvitingExperts.Settling;
import org.kepu.people.expert.InvitingExperts.Why;
import org.kepu.people.tour.PlanningTours.Kept;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A tour is planned once, changed by one hand at a time, and goes where experts agreed to come. */
@OnPostgres
class PlanningToursTest {

    private static final RegionCode SUNITE = new RegionCode("152524");
    private static final RegionCode XILINGOL = new RegionCode("152500");
    private static final Reason STORM = new Reason("沙尘暴，改期");

    @Autowired
    ApplicationContext context;

    @Autowired
    Tours tours;

    @Autowired
    PlanningTours planning;

    @Autowired
    PlanningStops stops;

    @Autowired
    CancellingTours cancelling;

    @Autowired
    InvitingExperts inviting;

    GivenService given;
    BodyId body;
    UUID expert;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        body = given.facts().body(TOP, "自治区科协");
        expert = GivenTours.expert(context, KUNDULUN, "13900139001", true);
    }

    private UUID tour(RegionCode region, RegionCode... banners) {
        return GivenTours.tour(context, Programme.EXPERTS, body, region, banners);
    }

    private Tour read(UUID tour) {
        return tours.find(clerk(), tour).orElseThrow();
    }

    private Stop stop(UUID tour, RegionCode banner) {
        return tours.stop(clerk(), tour, banner).orElseThrow();
    }

    private static PlanningTours.Why refused(Kept kept) {
        return ((Kept.Refused) kept).why();
    }

    private int rows(String what) {
        return given.database()
                .sql("select count(*) from " + what)
                .query(Integer.class)
                .single();
    }

    /** The talk is over and the tour has been under way: tests cannot wait for it. */
    private void over() {
        given.database()
                .sql(
                        "update people.invitation set starts_at = starts_at - interval '10 days', ends_at = ends_at - interval '10 days' where state = 'ACCEPTED'")
                .update();
    }

    private void accepted(UUID invitation) {
        given.database()
                .sql("update people.invitation set state = 'ACCEPTED' where id = :id")
                .param("id", invitation)
                .update();
    }

    @Test
    void the_same_form_sent_twice_or_at_once_plans_one_tour() {
        var form = GivenTours.form(Programme.EXPERTS, body, BAOTOU, KUNDULUN, QINGSHAN);
        var kept = together(4, who -> planning.plan(clerk(), form));
        assertThat(kept).containsOnly(planning.plan(clerk(), form));
        assertThat(rows("people.tour")).isEqualTo(1);
        assertThat(tours.stops(clerk(), read(((Kept.Done) kept.getFirst()).id()).id()))
                .extracting(Stop::banner, Stop::topic, Stop::state)
                .containsExactly(tuple(KUNDULUN, "草原生态", Stop.State.OPEN), tuple(QINGSHAN, "草原生态", Stop.State.OPEN));
        assertThat(rows("audit.entry where act = 'people.act.tour-planned' and object = '" + form.id() + "'"))
                .as("on the trail once")
                .isEqualTo(1);
    }

    private static TourForm titled(TourForm form, String title, List<String> banners) {
        return new TourForm(
                form.id(),
                form.programme(),
                form.region(),
                title,
                form.body(),
                form.first(),
                form.last(),
                form.criteria(),
                form.topic(),
                banners,
                form.version());
    }

    @Test
    void a_form_that_says_something_else_the_second_time_is_refused_and_not_lost() {
        var form = GivenTours.form(Programme.EXPERTS, body, BAOTOU, KUNDULUN, QINGSHAN);
        planning.plan(clerk(), form);
        assertThat(refused(planning.plan(clerk(), titled(form, "第15批", form.banners()))))
                .isEqualTo(PlanningTours.Why.OTHERWISE);
        assertThat(refused(planning.plan(clerk(), titled(form, form.title(), List.of(QINGSHAN.value())))))
                .as("another choice of banners")
                .isEqualTo(PlanningTours.Why.OTHERWISE);
        assertThat(planning.plan(clerk(), titled(form, "第15批", form.banners()).anew()))
                .isInstanceOf(Kept.Done.class);
        assertThat(rows("people.tour")).isEqualTo(2);
    }

    @Test
    void the_id_of_a_tour_out_of_reach_tells_nothing_of_it() {
        var form = GivenTours.form(Programme.EXPERTS, body, BAOTOU, KUNDULUN);
        planning.plan(clerk(), form);
        var own = given.facts().body(XILINGOL, "锡林郭勒盟科协");
        var guessed = GivenTours.form(Programme.EXPERTS, own, XILINGOL, SUNITE);
        var kept = planning.plan(
                clerkOf(XILINGOL),
                new TourForm(
                        form.id(),
                        guessed.programme(),
                        guessed.region(),
                        guessed.title(),
                        guessed.body(),
                        guessed.first(),
                        guessed.last(),
                        guessed.criteria(),
                        guessed.topic(),
                        guessed.banners(),
                        0));
        assertThat(kept).isInstanceOf(Kept.Done.class).isNotEqualTo(new Kept.Done(form.id()));
        assertThat(rows("people.tour")).isEqualTo(2);
    }

    @Test
    void only_banners_of_the_division_are_stops_and_only_an_own_body_is_in_charge() {
        assertThat(refused(planning.plan(clerk(), GivenTours.form(Programme.EXPERTS, body, BAOTOU, SUNITE))))
                .isEqualTo(PlanningTours.Why.NO_BANNER);
        assertThat(refused(planning.plan(clerk(), GivenTours.form(Programme.EXPERTS, body, TOP, XILINGOL))))
                .isEqualTo(PlanningTours.Why.NO_BANNER);
        assertThat(refused(planning.plan(clerkOf(BAOTOU), GivenTours.form(Programme.EXPERTS, body, BAOTOU, KUNDULUN))))
                .isEqualTo(PlanningTours.Why.STRANGER);
        assertThat(refused(planning.plan(clerkOf(BAOTOU), GivenTours.form(Programme.EXPERTS, body, XILINGOL, SUNITE))))
                .isEqualTo(PlanningTours.Why.OUT_OF_REACH);
        assertThat(rows("people.tour")).isZero();
    }

    @Test
    void another_leagues_clerk_sees_and_changes_nothing_and_sees_own_stops_alone() {
        var tour = tour(BAOTOU, KUNDULUN);
        var wide = tour(TOP, KUNDULUN, SUNITE);
        var neighbour = clerkOf(XILINGOL);
        assertThat(tours.find(neighbour, tour)).isEmpty();
        assertThat(tours.stops(neighbour, tour)).isEmpty();
        assertThat(tours.in(neighbour, GivenService.today().getYear()))
                .extracting(line -> line.tour().id(), Tours.Line::stops)
                .containsExactly(tuple(wide, 1));
        assertThat(tours.stops(neighbour, wide)).extracting(Stop::banner).containsExactly(SUNITE);
        for (var foreign : List.of(tour, wide)) {
            assertThatThrownBy(() -> planning.change(neighbour, foreign, TourForm.of(read(foreign))))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> stops.takeOut(neighbour, foreign, KUNDULUN, 1))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> planning.announce(neighbour, foreign, true))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> cancelling.cancel(neighbour, foreign, STORM))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(read(tour).version()).isEqualTo(1);
        assertThat(read(wide).version()).isEqualTo(1);
    }

    @Test
    void whoever_comes_second_is_told_and_changes_nothing() {
        var tour = tour(BAOTOU, KUNDULUN);
        var read = TourForm.of(read(tour));
        var kept = together(4, who -> planning.change(clerk(), tour, titled(read, "第" + who + "批", List.of())));
        assertThat(kept.stream().filter(Kept.Done.class::isInstance)).hasSize(1);
        assertThat(kept.stream().filter(new Kept.Refused(PlanningTours.Why.OVERTAKEN)::equals))
                .hasSize(3);
        assertThat(refused(stops.change(clerk(), tour, KUNDULUN, new StopForm("", "改了的主题", 1))))
                .isEqualTo(PlanningTours.Why.OVERTAKEN);
        assertThat(refused(stops.takeOut(clerk(), tour, KUNDULUN, 1))).isEqualTo(PlanningTours.Why.OVERTAKEN);
        assertThat(stop(tour, KUNDULUN).topic()).isEqualTo("草原生态");
    }

    @Test
    void a_change_that_is_posted_twice_is_done_once() {
        var tour = tour(BAOTOU, KUNDULUN);
        var change = titled(TourForm.of(read(tour)), "第15批", List.of(QINGSHAN.value()));
        assertThat(together(3, who -> planning.change(clerk(), tour, change))).containsOnly(new Kept.Done(tour));
        assertThat(read(tour).version()).isEqualTo(2);
        var stop = new StopForm("", "另一个主题", 2);
        assertThat(together(3, who -> stops.change(clerk(), tour, KUNDULUN, stop)))
                .containsOnly(new Kept.Done(tour));
        assertThat(read(tour).version()).isEqualTo(3);
        assertThat(rows("audit.entry where object = '" + tour
                        + "' and act in ('people.act.tour-changed', 'people.act.stop-changed')"))
                .isEqualTo(2);
    }

    @Test
    void the_trail_says_who_is_in_charge_now_and_how_the_banners_are_chosen() {
        var tour = tour(BAOTOU, KUNDULUN);
        var other = given.facts().body(BAOTOU, "包头市科协");
        var form = TourForm.of(read(tour));
        planning.change(
                clerk(),
                tour,
                new TourForm(
                        form.id(),
                        form.programme(),
                        form.region(),
                        form.title(),
                        other.value(),
                        form.first(),
                        form.last(),
                        "乡村振兴重点帮扶的",
                        "",
                        List.of(),
                        1));
        assertThat(given.database()
                        .sql(
                                "select changes::text from audit.entry where act = 'people.act.tour-changed' and object = :tour")
                        .param("tour", tour.toString())
                        .query(String.class)
                        .single())
                .contains("自治区科协", "包头市科协", "五年内没有去过的", "乡村振兴重点帮扶的")
                .doesNotContain("people.tour.added");
    }

    @Test
    void a_stop_goes_while_nobody_is_invited_there_and_comes_back() {
        var tour = tour(BAOTOU, KUNDULUN, QINGSHAN);
        var invitation = GivenTours.invited(context, expert, GivenTours.talk(body, KUNDULUN, 3, tour));
        assertThat(refused(stops.takeOut(clerk(), tour, KUNDULUN, 1))).isEqualTo(PlanningTours.Why.UNDER_WAY);
        accepted(invitation);
        assertThat(refused(stops.takeOut(clerk(), tour, KUNDULUN, 1))).isEqualTo(PlanningTours.Why.UNDER_WAY);
        inviting.settle(clerk(), expert, invitation, Settling.WITHDRAW, null, STORM);
        assertThat(stops.takeOut(clerk(), tour, KUNDULUN, 1)).isInstanceOf(Kept.Done.class);
        assertThat(tours.stops(clerk(), tour)).extracting(Stop::banner).containsExactly(QINGSHAN);
        assertThat(stops.takeOut(clerk(), tour, KUNDULUN, 1)).as("posted twice").isInstanceOf(Kept.Done.class);
        assertThat(read(tour).version()).isEqualTo(2);
        assertThatThrownBy(() -> stops.takeOut(clerk(), tour, SUNITE, 2)).isInstanceOf(NotFound.class);
        var back = form(read(tour), List.of(KUNDULUN.value()));
        assertThat(planning.change(clerk(), tour, back)).isInstanceOf(Kept.Done.class);
        assertThat(stop(tour, KUNDULUN).state()).isEqualTo(Stop.State.OPEN);
    }

    private void nobodyAnsweredInTime() {
        given.database()
                .sql(
                        "update people.invitation set starts_at = starts_at - interval '40 days', ends_at = ends_at - interval '40 days'")
                .update();
    }

    @Test
    void an_invitation_that_nobody_answered_in_time_holds_neither_its_stop_nor_its_day() {
        var tour = tour(BAOTOU, KUNDULUN);
        var invitation = GivenTours.invited(context, expert, GivenTours.talk(body, KUNDULUN, 3, tour));
        nobodyAnsweredInTime();
        assertThat(stop(tour, KUNDULUN).state()).as("nobody answered").isEqualTo(Stop.State.OPEN);
        propose(invitation, -1);
        assertThat(stop(tour, KUNDULUN).state()).as("that time is past too").isEqualTo(Stop.State.OPEN);
        assertThat(planning.change(
                        clerk(),
                        tour,
                        form(read(tour), GivenService.today().plusDays(90).toString(), List.of())))
                .isInstanceOf(Kept.Done.class);
        propose(invitation, 20);
        assertThat(stop(tour, KUNDULUN).state()).as("it can be settled on").isEqualTo(Stop.State.ASKED);
        assertThat(refused(stops.takeOut(clerk(), tour, KUNDULUN, 2))).isEqualTo(PlanningTours.Why.UNDER_WAY);
        propose(invitation, -1);
        assertThat(stops.takeOut(clerk(), tour, KUNDULUN, 2)).isInstanceOf(Kept.Done.class);
    }

    private static TourForm form(Tour tour, List<String> added) {
        return form(tour, tour.last().toString(), added);
    }

    private static TourForm form(Tour tour, String last, List<String> added) {
        return new TourForm(
                tour.id(),
                tour.programme().name(),
                tour.region().value(),
                tour.title(),
                tour.body().value(),
                tour.first().toString(),
                last,
                tour.criteria(),
                "",
                added,
                tour.version());
    }

    @Test
    void no_invitation_is_sent_to_a_stop_that_is_taken_out_at_the_same_moment() {
        for (int turn = 0; turn < 5; turn++) {
            var tour = tour(BAOTOU, KUNDULUN);
            int day = 3 + turn;
            together(
                    2,
                    who -> who == 0
                            ? (Object) stops.takeOut(clerk(), tour, KUNDULUN, 1)
                            : inviting.invite(clerk(), expert, GivenTours.talk(body, KUNDULUN, day, tour)));
        }
        assertThat(
                        rows(
                                "people.invitation i join people.tour_stop s on s.tour = i.tour and s.banner = i.banner where s.taken_out_at is not null"))
                .isZero();
    }

    @Test
    void what_is_planned_or_agreed_keeps_the_days_of_a_tour() {
        var tour = tour(BAOTOU, KUNDULUN, QINGSHAN);
        var today = GivenService.today();
        assertThat(stops.change(
                        clerk(), tour, KUNDULUN, new StopForm(today.plusDays(40).toString(), "新主题", 1)))
                .isInstanceOf(Kept.Done.class);
        var shorter = form(read(tour), today.plusDays(30).toString(), List.of());
        assertThat(refused(planning.change(clerk(), tour, shorter))).isEqualTo(PlanningTours.Why.DAYS_TAKEN);
        stops.change(clerk(), tour, KUNDULUN, new StopForm("", "新主题", 2));
        var invitation = GivenTours.invited(context, expert, GivenTours.talk(body, QINGSHAN, 45, tour));
        var again = form(read(tour), today.plusDays(30).toString(), List.of());
        assertThat(refused(planning.change(clerk(), tour, again))).isEqualTo(PlanningTours.Why.DAYS_TAKEN);
        inviting.settle(clerk(), expert, invitation, Settling.WITHDRAW, null, STORM);
        assertThat(planning.change(clerk(), tour, again)).isInstanceOf(Kept.Done.class);
    }

    private Why notInvited(RegionCode place, int inDays, UUID tour) {
        return ((Invited.Refused) inviting.invite(clerk(), expert, GivenTours.talk(body, place, inDays, tour))).why();
    }

    @Test
    void an_invitation_belongs_to_a_stop_on_the_days_of_its_tour() {
        var tour = tour(BAOTOU, KUNDULUN);
        assertThat(notInvited(QINGSHAN, 3, tour)).isEqualTo(Why.NO_STOP);
        assertThat(notInvited(BAOTOU, 3, tour)).isEqualTo(Why.NO_STOP);
        assertThat(notInvited(GACHA, 3, tour)).isEqualTo(Why.NO_STOP);
        assertThat(notInvited(KUNDULUN, 101, tour)).isEqualTo(Why.OTHER_DAYS);
        assertThat(notInvited(KUNDULUN, 3, UUID.randomUUID())).isEqualTo(Why.NO_TOUR);
        assertThat(cancelling.cancel(clerk(), tour, STORM)).isEqualTo(CancellingTours.Cancelled.DONE);
        assertThat(notInvited(KUNDULUN, 3, tour)).isEqualTo(Why.NO_TOUR);
        assertThat(rows("people.invitation")).isZero();
        var below = tour(BAOTOU, KUNDULUN);
        GivenTours.invited(context, expert, GivenTours.talk(body, COMMUNITY, 3, below));
        assertThat(stop(below, KUNDULUN).waiting()).isEqualTo(1);
    }

    @Test
    void a_stop_goes_from_nobody_invited_to_visited_and_back_with_its_facts() {
        var tour = GivenTours.tour(context, Programme.REVITALISATION, body, BAOTOU, KUNDULUN);
        var invitation = GivenTours.invited(context, expert, GivenTours.talk(body, COMMUNITY, 3, tour));
        assertThat(stop(tour, KUNDULUN).state()).isEqualTo(Stop.State.ASKED);
        accepted(invitation);
        assertThat(stop(tour, KUNDULUN).agreed()).isEqualTo(GivenService.today().plusDays(3));
        over();
        inviting.settle(clerk(), expert, invitation, Settling.SERVED, 40, null);
        inviting.settle(clerk(), expert, invitation, Settling.SERVED, 40, null);
        var visited = stop(tour, KUNDULUN);
        assertThat(visited.state()).isEqualTo(Stop.State.VISITED);
        assertThat(visited.attendances()).isEqualTo(40);
        assertThat(visited.visited()).isEqualTo(GivenService.today().minusDays(7));
        assertThat(told()).containsExactly("EXPERT_SERVICE 40", "REVITALISATION_VISIT 40");
        assertThat(cancelling.cancel(clerk(), tour, STORM)).isEqualTo(CancellingTours.Cancelled.SERVED);
        inviting.settle(clerk(), expert, invitation, Settling.TAKE_BACK, null, new Reason("记错了人"));
        assertThat(told()).containsExactly("EXPERT_SERVICE 0", "REVITALISATION_VISIT 0");
        assertThat(stop(tour, KUNDULUN).state()).isEqualTo(Stop.State.AGREED);
        assertThat(cancelling.cancel(clerk(), tour, STORM))
                .as("its time has come")
                .isEqualTo(CancellingTours.Cancelled.SERVED);
    }

    private List<String> told() {
        return given.database().sql("""
                        select kind.code || ' ' || sum(attendances) from indicator.fact join indicator.kind on kind.id = fact.kind
                        where source = 'expert' group by kind.code order by kind.code
                        """).query(String.class).list();
    }

    @Test
    void whoever_was_invited_is_told_when_a_tour_is_called_off() {
        var tour = tour(BAOTOU, KUNDULUN);
        var invitation = GivenTours.invited(context, expert, GivenTours.talk(body, KUNDULUN, 3, tour));
        assertThat(together(3, who -> cancelling.cancel(clerk(), tour, STORM)))
                .containsExactlyInAnyOrder(
                        CancellingTours.Cancelled.DONE,
                        CancellingTours.Cancelled.CLOSED,
                        CancellingTours.Cancelled.CLOSED);
        assertThat(inviting.of(clerk(), expert))
                .extracting(one -> one.state() + one.reason())
                .containsExactly("WITHDRAWN沙尘暴，改期");
        assertThat(rows("audit.entry where act = 'people.act.invitation.WITHDRAW' and reason = '沙尘暴，改期' and object = '"
                        + invitation + "'"))
                .as("as if it were withdrawn alone")
                .isEqualTo(1);
        assertThat(new SentMessages(given.database(), given.bean(Vault.class)).find("13900139001", "撤回了：沙尘暴，改期"))
                .isNotEmpty();
        assertThat(read(tour).state(GivenService.today())).isEqualTo(Tour.State.CANCELLED);
        assertThat(refused(planning.change(clerk(), tour, titled(TourForm.of(read(tour)), "第15批", List.of()))))
                .isEqualTo(PlanningTours.Why.CLOSED);
        assertThat(planning.announce(clerk(), tour, true)).isFalse();
    }

    @Test
    void an_invitation_whose_time_has_passed_is_not_withdrawn_when_a_tour_is_called_off() {
        var tour = tour(BAOTOU, KUNDULUN);
        var invitation = GivenTours.invited(context, expert, GivenTours.talk(body, KUNDULUN, 3, tour));
        nobodyAnsweredInTime();
        assertThat(cancelling.cancel(clerk(), tour, STORM)).isEqualTo(CancellingTours.Cancelled.DONE);
        assertThat(inviting.of(clerk(), expert))
                .extracting(one -> one.state() + one.reason())
                .containsExactly("SENT");
        assertThat(rows("audit.entry where act = 'people.act.invitation.WITHDRAW' and object = '" + invitation + "'"))
                .isZero();
    }

    @Test
    void a_proposed_time_outside_the_days_of_the_tour_is_not_settled_on() {
        var tour = tour(BAOTOU, KUNDULUN);
        var invitation = GivenTours.invited(context, expert, GivenTours.talk(body, KUNDULUN, 3, tour));
        propose(invitation, 120);
        assertThat(inviting.settle(clerk(), expert, invitation, Settling.ADOPT, null, null))
                .isFalse();
        propose(invitation, 20);
        assertThat(inviting.settle(clerk(), expert, invitation, Settling.ADOPT, null, null))
                .isTrue();
    }

    private void propose(UUID invitation, int inDays) {
        given.database()
                .sql(
                        "update people.invitation set state = 'PROPOSED', reason = '出差', proposed_at = now() + :days * interval '1 day' where id = :id")
                .param("days", inDays)
                .param("id", invitation)
                .update();
    }

    @Test
    void a_clerk_of_a_banner_invites_for_the_stop_there_and_changes_nothing_else() {
        var tour = tour(TOP, KUNDULUN, SUNITE);
        Scope here = clerkOf(KUNDULUN);
        var own = given.facts().body(KUNDULUN, "昆都仑区科协");
        assertThat(tours.open(here)).extracting(Tour::id).containsExactly(tour);
        assertThat(inviting.invite(here, expert, GivenTours.talk(own, COMMUNITY, 3, tour)))
                .isInstanceOf(Invited.Sent.class);
        assertThat(tours.calls(here, tour)).extracting(Tours.Call::expert).containsExactly(expert);
        assertThat(tours.calls(clerkOf(SUNITE), tour)).isEmpty();
        assertThatThrownBy(() -> stops.change(here, tour, KUNDULUN, new StopForm("", "", 1)))
                .isInstanceOf(NotFound.class);
    }
}
