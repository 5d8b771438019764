package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.GACHA;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.GivenFacts;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class VerifyingFiguresTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    VerifyingFigures verifying;

    @Autowired
    Rolling rolling;

    @Autowired
    JdbcClient jdbc;

    GivenFacts given;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
        given.record(given.fact("LECTURE", "2025-03-05", COMMUNITY).with(Amounts.ONCE.attendances(30)));
        given.record(given.fact("LECTURE", "2025-03-06", GACHA).with(Amounts.ONCE.attendances(12)));
        rolling.roll();
    }

    @Test
    void cells_that_were_rolled_agree_with_the_facts_and_so_do_facts_that_are_not_rolled_yet() {
        given.record(given.fact("LECTURE", "2025-03-07", GACHA));
        var verdict = verifying.verify();
        assertThat(verdict.agrees()).isTrue();
        assertThat(verdict.facts()).isEqualTo(3);
        assertThat(verdict.cells())
                .as("six months, and eight years with those of the sumus")
                .isEqualTo(14);
    }

    @Test
    void a_cell_that_was_changed_is_found_by_its_division_kind_and_span() {
        jdbc.sql("update indicator.cell set attendances = 31 where unit = '150203' and months = 1")
                .update();
        var verdict = verifying.verify();
        assertThat(verdict.agrees()).isFalse();
        assertThat(verdict.examples())
                .containsExactly(
                        new VerifyingFigures.Difference("150203", "科普讲座", 1, LocalDate.of(2025, 3, 1), 1, 1, 31, 30));
    }

    @Test
    void a_cell_that_is_gone_is_found_and_rebuilding_brings_it_back() {
        jdbc.sql("delete from indicator.cell where unit = '150203'").update();
        assertThat(verifying.verify().differences())
                .as("the month and the year")
                .isEqualTo(2);
        rolling.rebuild();
        assertThat(verifying.verify().agrees()).isTrue();
    }
}
