package org.kepu.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.indicator.Terms;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;

/** The kinds and campaigns that the program ships. */
@OnPostgres
class VocabularyTest {

    @Autowired
    Vocabulary vocabulary;

    @Autowired
    Terms terms;

    @Test
    void every_kind_counts_as_a_kind_of_fact_that_needs_no_register() {
        assertThat(vocabulary.kinds())
                .hasSizeGreaterThan(10)
                .allSatisfy(kind -> assertThat(terms.kind(kind.fact()))
                        .as(kind.code())
                        .hasValueSatisfying(
                                fact -> assertThat(fact.thingNeeded()).isFalse()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026, SCIENCE_DAY, 2026-09-19, 2026-09-25",
        "2025, SCIENCE_DAY, 2025-09-20, 2025-09-26",
        "2024, SCIENCE_DAY, 2024-09-15, 2024-09-25",
        "2024, ELDERS_HEALTH_WEEK, 2024-06-24, 2024-06-30",
        "2023, ELDERS_HEALTH_WEEK, 2023-07-24, 2023-07-30",
        "2026, SCIENCE_WEEK, 2026-05-23, 2026-05-30",
        "2026, WEATHER_DAY, 2026-03-23, 2026-03-23",
        "2026, SCIENCE_MONTH, 2026-09-01, 2026-09-30",
        "2026, INNOVATION_WEEK, 2026-10-20, 2026-10-26"
    })
    void a_campaign_falls_on_its_days_each_year(int year, String code, LocalDate first, LocalDate last) {
        assertThat(vocabulary.campaigns(Year.of(year)).stream()
                        .filter(one -> one.code().equals(code)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.first()).isEqualTo(first);
                    assertThat(one.last()).isEqualTo(last);
                    assertThat(one.holds(last)).isTrue();
                    assertThat(one.holds(last.plusDays(1))).isFalse();
                });
    }

    @Test
    void what_the_plans_call_a_programme_goes_on_all_year_under_its_name() {
        assertThat(vocabulary.campaigns(Year.of(2026)).stream()
                        .filter(one -> one.first().equals(LocalDate.of(2026, 1, 1)))
                        .filter(one -> one.last().equals(LocalDate.of(2026, 12, 31)))
                        .map(Campaign::name))
                .contains(
                        "百名专家走进盟市旗县科普传播行",
                        "万名专家人才服务基层",
                        "新时代文明实践科技志愿服务",
                        "气象防灾减灾宣传科普草原行",
                        "防灾减灾宣传科普口岸行",
                        "低碳发展，内蒙古在行动",
                        "低碳发展，口岸在行动");
    }
}
