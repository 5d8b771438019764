package org.kepu.people.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.TOP;
import static org.kepu.people.tour.GivenTours.clerk;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.people.GivenService;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The public reads of a tour once it is announced, and of experts who agreed to be published. */
@OnPostgres
class AnnouncedToursTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    AnnouncedTours announced;

    @Autowired
    PlanningTours planning;

    GivenService given;
    BodyId body;
    UUID tour;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        body = given.facts().body(TOP, "自治区科协");
        tour = GivenTours.tour(context, Programme.EXPERTS, body, BAOTOU, KUNDULUN, QINGSHAN);
    }

    @Test
    void nothing_is_public_before_it_is_announced_nor_after_that_was_taken_back() {
        assertThat(announced.coming()).isEmpty();
        assertThat(planning.announce(clerk(), tour, true)).isTrue();
        assertThat(planning.announce(clerk(), tour, true)).as("pressed twice").isFalse();
        assertThat(announced.coming()).extracting(one -> one.tour().id()).containsExactly(tour);
        assertThat(announced.coming().getFirst().places())
                .extracting(AnnouncedTours.Place::banner, AnnouncedTours.Place::topic)
                .containsExactly(tuple(KUNDULUN, "草原生态"), tuple(QINGSHAN, "草原生态"));
        assertThat(planning.announce(clerk(), tour, false)).isTrue();
        assertThat(announced.coming()).isEmpty();
    }

    @Test
    void what_is_public_is_taken_back_also_when_it_is_over_or_called_off() {
        planning.announce(clerk(), tour, true);
        given.database().sql("update people.tour set last_day = first_day").update();
        assertThat(announced.past()).extracting(one -> one.tour().id()).containsExactly(tour);
        assertThat(planning.announce(clerk(), tour, false)).isTrue();
        assertThat(announced.past()).isEmpty();
        assertThat(planning.announce(clerk(), tour, true)).as("it is over").isFalse();
        var other = GivenTours.tour(context, Programme.EXPERTS, body, BAOTOU, KUNDULUN);
        planning.announce(clerk(), other, true);
        context.getBean(CancellingTours.class).cancel(clerk(), other, new Reason("经费没有落实"));
        assertThat(announced.coming()).hasSize(1);
        assertThat(planning.announce(clerk(), other, false)).isTrue();
        assertThat(announced.coming()).isEmpty();
    }

    @Test
    void a_place_that_tells_how_to_reach_somebody_is_left_out() {
        planning.announce(clerk(), tour, true);
        var expert = GivenTours.expert(context, KUNDULUN, "13900139001", true);
        GivenTours.invited(context, expert, GivenTours.talk(body, KUNDULUN, 3, tour));
        given.database()
                .sql("update people.invitation set state = 'ACCEPTED', place = '苏木政府，联系王主任 13812345678'")
                .update();
        assertThat(announced.coming().getFirst().places())
                .flatExtracting(AnnouncedTours.Place::talks)
                .extracting(AnnouncedTours.Talk::title, AnnouncedTours.Talk::place)
                .containsExactly(tuple("草原生态讲座", ""));
    }

    @Test
    void of_what_is_over_the_public_reads_how_many_banners_were_visited() {
        planning.announce(clerk(), tour, true);
        var expert = GivenTours.expert(context, KUNDULUN, "13900139001", true);
        for (int day : new int[] {3, 4}) {
            GivenTours.invited(context, expert, GivenTours.talk(body, KUNDULUN, day, tour));
        }
        given.database()
                .sql("update people.invitation set state = 'SERVED', attendances = 40")
                .update();
        given.database().sql("update people.tour set last_day = first_day").update();
        assertThat(announced.coming()).isEmpty();
        assertThat(announced.past())
                .extracting(AnnouncedTours.Past::visited, AnnouncedTours.Past::stops)
                .containsExactly(tuple(1, 2));
    }

    @Test
    void only_what_is_agreed_is_told_and_only_published_experts_are_named() {
        planning.announce(clerk(), tour, true);
        var named = GivenTours.expert(context, KUNDULUN, "13900139001", true);
        var hidden = GivenTours.expert(context, KUNDULUN, "13900139002", false);
        GivenTours.invited(context, named, GivenTours.talk(body, KUNDULUN, 3, tour));
        GivenTours.invited(context, hidden, GivenTours.talk(body, QINGSHAN, 4, tour));
        assertThat(announced.coming().getFirst().places())
                .allSatisfy(place -> assertThat(place.talks()).isEmpty());
        given.database().sql("update people.invitation set state = 'ACCEPTED'").update();
        assertThat(announced.coming().getFirst().places())
                .flatExtracting(AnnouncedTours.Place::talks)
                .extracting(AnnouncedTours.Talk::title, AnnouncedTours.Talk::expert)
                .containsExactly(tuple("草原生态讲座", "那日苏"), tuple("草原生态讲座", null));
    }
}
