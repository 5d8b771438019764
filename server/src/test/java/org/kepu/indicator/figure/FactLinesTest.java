package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.GACHA;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.TOP;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnPostgres
class FactLinesTest {

    private static final Selection TALKS = Selection.of("LECTURE", "ACTIVITY");

    @Autowired
    ApplicationContext context;

    @Autowired
    FactLines lines;

    GivenFacts given;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
    }

    @Test
    void the_pages_of_a_list_hold_each_fact_once_the_latest_first_near_and_far() {
        var all = new ArrayList<String>();
        for (int i = 1; i <= 23; i++) {
            var fact = given.fact(i % 2 == 0 ? "LECTURE" : "ACTIVITY", "2025-03-%02d".formatted(1 + i / 3), COMMUNITY);
            given.record(fact);
            all.addFirst(fact.source().id());
        }
        given.record(given.fact("LECTURE", "2025-03-05", GACHA));
        given.record(given.fact("CONTEST", "2025-03-05", COMMUNITY));
        var baotou = new RegionCode("150200");
        for (var region : List.of(baotou, KUNDULUN, COMMUNITY)) {
            var seen = new ArrayList<String>();
            FactLines.After after = null;
            List<FactLines.Line> page;
            do {
                page = lines.page(top(), TALKS, region, Window.ofYear(2025), null, after, 5);
                page.forEach(line -> seen.add(line.source().id()));
                after = page.isEmpty()
                        ? after
                        : new FactLines.After(
                                page.getLast().day(), page.getLast().id());
            } while (!page.isEmpty());
            assertThat(seen).as(region.value()).containsExactlyElementsOf(all);
        }
    }

    @Test
    void a_corrected_fact_stands_with_what_took_it_back_so_that_the_lines_add_up() {
        var fact = given.fact("LECTURE", "2025-03-05", COMMUNITY).with(Amounts.ONCE.attendances(400));
        given.record(fact);
        given.record(fact.corrected().with(Amounts.ONCE.attendances(40)));
        var page = lines.page(top(), TALKS, TOP, Window.ofYear(2025), null, null, 10);
        assertThat(page).extracting(FactLines.Line::attendances).containsExactlyInAnyOrder(400, -400, 40);
        assertThat(lines.history(top(), page.getFirst()))
                .extracting(FactLines.Line::version)
                .containsExactly(1, 2, 2);
    }

    @Test
    void a_neighbour_sees_neither_the_list_nor_the_fact() {
        given.record(given.fact("LECTURE", "2025-03-05", COMMUNITY));
        var id = lines.page(top(), TALKS, TOP, Window.ofYear(2025), null, null, 10)
                .getFirst()
                .id();
        var neighbour = GivenPlans.may(GivenPlans.OTHER, Right.READ_FIGURES, new RegionCode("150204"));
        assertThatThrownBy(() -> lines.page(neighbour, TALKS, KUNDULUN, Window.ofYear(2025), null, null, 10))
                .isInstanceOf(NotFound.class);
        assertThat(lines.find(neighbour, id)).isEmpty();
        assertThat(lines.find(top(), id)).isPresent();
        assertThat(lines.find(Scope.nothing(GivenPlans.OTHER, Right.READ_FIGURES), id))
                .isEmpty();
    }

    private static Scope top() {
        return GivenPlans.may(Right.READ_FIGURES);
    }
}
