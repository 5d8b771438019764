package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.indicator.GivenFacts.GACHA;
import static org.kepu.indicator.GivenFacts.TOP;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class IssuingTest {

    private static final RegionCode XILINGOL = new RegionCode("152500");

    @Autowired
    ApplicationContext context;

    @Autowired
    Issuing issuing;

    @Autowired
    Definitions definitions;

    @Autowired
    JdbcClient jdbc;

    GivenFacts given;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
    }

    @Test
    void a_correction_after_issuing_stands_beside_what_was_issued() {
        var fact = given.fact("ACTIVITY", "2025-03-05", GACHA).with(Amounts.ONCE.attendances(400));
        given.record(fact);
        issuing.issue(GivenPlans.may(Right.KEEP_INDICATORS), attendances(TOP), "2025年工作总结");
        assertThat(beside()).satisfiesExactly(one -> {
            assertThat(one.issued().value()).isEqualByComparingTo("400");
            assertThat(one.hasChanged()).isFalse();
            assertThat(one.issued().intact()).isTrue();
        });
        given.record(fact.corrected().with(Amounts.ONCE.attendances(40)));
        assertThat(beside()).satisfiesExactly(one -> {
            assertThat(one.issued().document()).isEqualTo("2025年工作总结");
            assertThat(one.issued().value()).isEqualByComparingTo("400");
            assertThat(one.issued().window()).isEqualTo(Window.ofYear(2025));
            assertThat(one.now()).isEqualByComparingTo("40");
            assertThat(one.difference()).isEqualByComparingTo(new BigDecimal("-360"));
            assertThat(one.issued().intact()).isTrue();
        });
    }

    @Test
    void the_same_form_sent_twice_keeps_the_figure_once_and_a_changed_figure_anew() {
        var scope = GivenPlans.may(Right.KEEP_INDICATORS);
        assertThat(issuing.issue(scope, attendances(TOP), "2025年工作总结")).isTrue();
        assertThat(issuing.issue(scope, attendances(TOP), "2025年工作总结")).isFalse();
        assertThat(issuing.issue(scope, attendances(TOP), "2025年统计")).isTrue();
        given.record(given.fact("ACTIVITY", "2025-03-05", GACHA).with(Amounts.ONCE.attendances(4)));
        assertThat(issuing.issue(scope, attendances(TOP), "2025年工作总结")).isTrue();
        assertThat(beside()).hasSize(3);
    }

    @Test
    void what_was_issued_is_never_changed() {
        issuing.issue(GivenPlans.may(Right.KEEP_INDICATORS), attendances(TOP), "2025年工作总结");
        for (var sql : List.of("update indicator.issued set value = 1", "delete from indicator.issued")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("an issued figure is never changed");
        }
        assertThat(beside()).hasSize(1);
    }

    @Test
    void nobody_issues_or_reads_what_lies_with_their_neighbour() {
        issuing.issue(GivenPlans.may(Right.KEEP_INDICATORS), attendances(TOP), "2025年工作总结");
        var league = GivenPlans.may(GivenPlans.OTHER, Right.KEEP_INDICATORS, XILINGOL);
        assertThatThrownBy(() -> issuing.issue(league, attendances(TOP), "总结")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> issuing.of(
                        GivenPlans.may(GivenPlans.OTHER, Right.READ_FIGURES, XILINGOL), "activity-attendances", TOP))
                .isInstanceOf(NotFound.class);
    }

    private List<Issuing.Beside> beside() {
        return issuing.of(GivenPlans.may(Right.READ_FIGURES), "activity-attendances", TOP);
    }

    private Figures.Question attendances(RegionCode region) {
        var definition = definitions
                .find("activity-attendances", LocalDate.of(2025, 12, 31))
                .orElseThrow();
        return new Figures.Question(definition, region, Window.ofYear(2025), Breakdown.REGION, null);
    }
}
