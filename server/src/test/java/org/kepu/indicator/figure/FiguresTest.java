package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.STREET;
import static org.kepu.indicator.GivenFacts.TOP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.GivenFacts;
import org.kepu.indicator.PersonMarks;
import org.kepu.indicator.Thing;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnPostgres
class FiguresTest {

    private static final Window YEAR = Window.ofYear(2025);

    @Autowired
    ApplicationContext context;

    @Autowired
    Figures figures;

    @Autowired
    Definitions definitions;

    @Autowired
    PersonMarks marks;

    GivenFacts given;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
    }

    @Test
    void a_person_who_comes_twice_or_writes_the_number_otherwise_counts_once_and_corrections_count() {
        var training = given.fact("TRAINING", "2025-03-05", COMMUNITY).forAudience("TEACHERS");
        given.record(training.of(Set.of(marks.of("13800000001"), marks.of("13800000002"))));
        given.record(given.fact("TRAINING", "2025-05-05", COMMUNITY)
                .forAudience("TEACHERS")
                .of(Set.of(marks.of("138 0000 0001"), marks.of("１３８００００００３"))));
        assertThat(value("teachers-trained", TOP)).isEqualByComparingTo("3");
        given.record(training.corrected().of(Set.of(marks.of("13800000001"))));
        assertThat(value("teachers-trained", TOP)).isEqualByComparingTo("2");
        assertThat(value("teachers-trained", QINGSHAN)).isEqualByComparingTo("0");
    }

    @Test
    void a_vehicle_counts_where_it_stands_last_and_nowhere_when_it_is_retired() {
        var bus = new Thing("VEHICLE", "v1", "一号大篷车", KUNDULUN);
        given.record(given.fact("VEHICLE_IN_USE", "2023-03-05", KUNDULUN).about(bus));
        assertThat(stock(KUNDULUN)).isEqualByComparingTo("1");
        given.record(given.fact("VEHICLE_IN_USE", "2025-03-05", QINGSHAN).about(bus));
        assertThat(stock(KUNDULUN)).isEqualByComparingTo("0");
        assertThat(stock(QINGSHAN)).isEqualByComparingTo("1");
        assertThat(stock(BAOTOU)).isEqualByComparingTo("1");
        given.record(given.fact("VEHICLE_IN_USE", "2025-06-05", QINGSHAN)
                .with(Amounts.NONE)
                .about(bus));
        assertThat(stock(BAOTOU)).isEqualByComparingTo("0");
    }

    @Test
    void a_school_has_its_lectures_wherever_they_were_held() {
        var school = new Thing("SCHOOL", "s1", "一小", STREET);
        var other = new Thing("SCHOOL", "s2", "二小", STREET);
        given.record(given.fact("SCHOOL_OPEN", "2021-09-01", STREET).about(school));
        given.record(given.fact("SCHOOL_OPEN", "2021-09-01", STREET).about(other));
        for (int day = 1; day <= 4; day++) {
            given.record(given.fact("LECTURE", "2025-03-0" + day, QINGSHAN).about(school));
        }
        var figure = read("school-lectures", KUNDULUN, Breakdown.NONE);
        assertThat(figure.value()).isEqualByComparingTo("50");
        assertThat(figure.fallShort()).extracting(Figure.Short::name).containsExactly("二小");
    }

    @Test
    void there_is_no_value_where_nobody_stated_one() {
        var figure = read("science-literacy-ratio", KUNDULUN, Breakdown.NONE);
        assertThat(figure.value()).isNull();
    }

    @Test
    void a_neighbour_reads_no_figure() {
        var neighbour = GivenPlans.may(GivenPlans.OTHER, Right.READ_FIGURES, QINGSHAN);
        assertThatThrownBy(() -> figures.read(
                        neighbour, new Figures.Question(indicator("lectures"), KUNDULUN, YEAR, Breakdown.NONE, null)))
                .isInstanceOf(NotFound.class);
    }

    private BigDecimal stock(RegionCode region) {
        var vehicles = new Definition(
                "vehicles",
                "大篷车",
                "辆",
                Definition.Span.DAY,
                new Method.Stock(Selection.of("VEHICLE_IN_USE"), org.kepu.indicator.Amount.EVENTS, 1),
                null);
        return figures.read(new Figures.Question(vehicles, region, YEAR, Breakdown.NONE, null))
                .value();
    }

    private BigDecimal value(String id, RegionCode region) {
        return read(id, region, Breakdown.NONE).value();
    }

    private Figure read(String id, RegionCode region, Breakdown by) {
        return figures.read(
                GivenPlans.may(Right.READ_FIGURES), new Figures.Question(indicator(id), region, YEAR, by, null));
    }

    private Definition indicator(String id) {
        return definitions.find(id, LocalDate.of(2025, 12, 31)).orElseThrow();
    }
}
