package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.GACHA;
import static org.kepu.indicator.GivenFacts.STREET;
import static org.kepu.indicator.GivenFacts.TOP;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.PersonMarks;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.Thing;
import org.kepu.plan.MeasureId;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;

class FactsTest extends AddingUp {

    @Autowired
    PersonMarks marks;

    @Test
    void a_fact_of_a_gacha_counts_in_the_whole_region_on_the_next_read() {
        given.record(given.fact("LECTURE", "2025-03-05", GACHA).with(Amounts.ONCE.attendances(40)));
        assertThat(lectures(TOP)).isEqualTo(new Totals(1, 1, 40, 0, 0, 0));
        rolling.roll();
        assertThat(lectures(TOP)).isEqualTo(new Totals(1, 1, 40, 0, 0, 0));
    }

    @Test
    void a_fact_told_twice_counts_once() {
        var fact = given.fact("LECTURE", "2025-03-05", COMMUNITY);
        var first = given.record(fact);
        assertThat(first).isInstanceOf(Recorded.New.class);
        assertThat(given.record(fact)).isEqualTo(new Recorded.Already(((Recorded.New) first).fact()));
        assertThat(lectures(STREET)).isEqualTo(new Totals(1, 1, 0, 0, 0, 0));
    }

    @Test
    void the_same_version_in_other_words_is_refused() {
        var fact = given.fact("LECTURE", "2025-03-05", COMMUNITY);
        given.record(fact);
        assertThat(given.record(fact.with(Amounts.ONCE.attendances(9))))
                .isEqualTo(new Recorded.Refused(Recorded.Reason.TOLD_OTHERWISE));
        assertThat(lectures(STREET)).isEqualTo(new Totals(1, 1, 0, 0, 0, 0));
    }

    @Test
    void a_correction_takes_back_what_was_told_and_counts_in_its_place() {
        var fact = given.fact("LECTURE", "2025-03-05", COMMUNITY).with(Amounts.ONCE.attendances(400));
        given.record(fact);
        var corrected = Fact.of(fact.source().next(), "LECTURE", LocalDate.of(2025, 4, 1), GACHA, "讲座")
                .forAudience("PUPILS")
                .at("SCHOOL")
                .with(Amounts.ONCE.attendances(40));
        assertThat(given.record(corrected)).isInstanceOf(Recorded.New.class);
        assertThat(lectures(COMMUNITY)).isEqualTo(Totals.NOTHING);
        assertThat(lectures(TOP)).isEqualTo(new Totals(1, 1, 40, 0, 0, 0));
        assertThat(given.record(corrected)).isInstanceOf(Recorded.Already.class);
        assertThat(given.record(fact)).isInstanceOf(Recorded.Already.class);
        assertThat(lectures(TOP)).isEqualTo(new Totals(1, 1, 40, 0, 0, 0));
    }

    @Test
    void versions_follow_each_other_without_a_gap() {
        var fact = given.fact("LECTURE", "2025-03-05", COMMUNITY);
        assertThat(given.record(fact.corrected())).isEqualTo(new Recorded.Refused(Recorded.Reason.VERSION_MISSING));
        assertThat(facts.record(
                        GivenPlans.CLERK,
                        List.of(fact, fact.corrected(), fact.corrected().corrected())))
                .allMatch(Recorded.New.class::isInstance);
        assertThat(lectures(TOP)).isEqualTo(new Totals(1, 1, 0, 0, 0, 0));
    }

    @Test
    void what_is_withdrawn_counts_no_longer_and_may_be_told_anew() {
        var fact = given.fact("LECTURE", "2025-03-05", COMMUNITY);
        given.record(fact);
        assertThat(facts.withdraw(GivenPlans.CLERK, fact.source().next())).isInstanceOf(Recorded.New.class);
        assertThat(facts.withdraw(GivenPlans.CLERK, fact.source().next())).isInstanceOf(Recorded.Already.class);
        assertThat(lectures(TOP)).isEqualTo(Totals.NOTHING);
        assertThat(given.record(fact.corrected())).isEqualTo(new Recorded.Refused(Recorded.Reason.TOLD_OTHERWISE));
        assertThat(given.record(fact.corrected().corrected())).isInstanceOf(Recorded.New.class);
        assertThat(lectures(TOP)).isEqualTo(new Totals(1, 1, 0, 0, 0, 0));
    }

    @Test
    void each_thing_that_is_not_known_is_refused_by_its_name() {
        var nowhere = new RegionCode("150299");
        assertThat(facts.record(
                        GivenPlans.CLERK,
                        List.of(
                                given.fact("SORCERY", "2025-03-05", COMMUNITY),
                                given.fact("LECTURE", "2025-03-05", COMMUNITY).forAudience("GHOSTS"),
                                given.fact("LECTURE", "2025-03-05", COMMUNITY).at("MOON"),
                                given.fact("LECTURE", "2025-03-05", nowhere),
                                given.fact("LECTURE", "1925-03-05", COMMUNITY),
                                given.fact("LECTURE", "2025-03-05", COMMUNITY).with(Amounts.NONE.quantity(3)),
                                given.fact("LECTURE", "2025-03-05", COMMUNITY).of(Set.of(marks.of("13900000000"))))))
                .extracting(answer -> ((Recorded.Refused) answer).reason())
                .containsExactly(
                        Recorded.Reason.UNKNOWN_KIND,
                        Recorded.Reason.UNKNOWN_AUDIENCE,
                        Recorded.Reason.UNKNOWN_PLACE,
                        Recorded.Reason.UNKNOWN_REGION,
                        Recorded.Reason.UNKNOWN_DAY,
                        Recorded.Reason.AMOUNT_NOT_OF_KIND,
                        Recorded.Reason.PERSONS_NOT_COUNTED);
        assertThat(jdbc.sql("select count(*) from indicator.fact")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_fact_about_a_thing_names_one_of_the_right_kind() {
        var bus = new Thing("VEHICLE", "v1", "一号大篷车", COMMUNITY);
        var school = new Thing("SCHOOL", "s1", "一小", COMMUNITY);
        var stop = given.fact("VEHICLE_IN_USE", "2025-03-05", COMMUNITY);
        assertThat(given.record(stop)).isEqualTo(new Recorded.Refused(Recorded.Reason.THING_MISSING));
        assertThat(given.record(stop.about(school)))
                .isEqualTo(new Recorded.Refused(Recorded.Reason.THING_OF_OTHER_KIND));
        assertThat(given.record(stop.about(new Thing("VEHICLE", "v1", "一号", new RegionCode("150299")))))
                .isEqualTo(new Recorded.Refused(Recorded.Reason.UNKNOWN_REGION));
        assertThat(given.record(stop.about(bus))).isInstanceOf(Recorded.New.class);
    }

    @Test
    void many_who_tell_of_the_same_known_things_in_different_order_do_not_block_each_other() {
        var things = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> new Thing("VEHICLE", "v" + i, "大篷车" + i, COMMUNITY))
                .toList();
        things.forEach(thing ->
                given.record(given.fact("VEHICLE_STOP", "2025-03-04", COMMUNITY).about(thing)));
        var answers = together(
                20,
                i -> transaction.execute(begun -> {
                    var order = new java.util.ArrayList<>(things);
                    java.util.Collections.shuffle(order, new java.util.Random(i));
                    return order.stream()
                            .map(thing -> given.record(given.fact("VEHICLE_STOP", "2025-03-05", COMMUNITY)
                                    .about(thing)))
                            .toList();
                }));
        assertThat(answers).allSatisfy(each -> assertThat(each).allMatch(Recorded.New.class::isInstance));
    }

    @Test
    void what_the_use_case_takes_back_was_never_recorded() {
        var fact = given.fact("LECTURE", "2025-03-05", COMMUNITY);
        transaction.executeWithoutResult(begun -> {
            given.record(fact);
            begun.setRollbackOnly();
        });
        assertThat(lectures(TOP)).isEqualTo(Totals.NOTHING);
        assertThat(given.record(fact)).isInstanceOf(Recorded.New.class);
    }

    @Test
    void fifty_who_tell_the_same_fact_at_once_have_told_one() {
        var fact = given.fact("LECTURE", "2025-03-05", COMMUNITY);
        var answers = together(50, i -> given.record(fact));
        assertThat(answers).filteredOn(Recorded.New.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Recorded.Already.class::isInstance).hasSize(49);
        assertThat(lectures(TOP)).isEqualTo(new Totals(1, 1, 0, 0, 0, 0));
    }

    @Test
    void fifty_who_correct_the_same_fact_at_once_have_corrected_it_once() {
        var fact = given.fact("LECTURE", "2025-03-05", COMMUNITY).with(Amounts.ONCE.attendances(7));
        given.record(fact);
        var answers = together(50, i -> given.record(fact.corrected().with(Amounts.ONCE.attendances(100 + i))));
        assertThat(answers).filteredOn(Recorded.New.class::isInstance).hasSize(1);
        assertThat(lectures(TOP).events()).isEqualTo(1);
        assertThat(lectures(TOP).attendances()).isBetween(100L, 149L);
    }

    @Test
    void fifty_writers_of_one_gacha_lose_nothing_while_the_cells_roll() {
        together(51, writer -> {
            for (int i = 0; i < 20; i++) {
                if (writer == 50) {
                    rolling.roll();
                } else {
                    given.record(given.fact("LECTURE", "2025-03-05", GACHA).with(Amounts.ONCE.attendances(3)));
                }
            }
            return writer;
        });
        assertThat(lectures(TOP)).isEqualTo(new Totals(1000, 1000, 3000, 0, 0, 0));
        rolling.roll();
        assertThat(lectures(TOP)).isEqualTo(new Totals(1000, 1000, 3000, 0, 0, 0));
        assertThat(jdbc.sql("select count(*) from indicator.fresh")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void rows_that_were_rolled_leave_no_long_file_behind_for_readers_to_go_through() {
        given.record(given.fact("LECTURE", "2025-03-05", GACHA));
        jdbc.sql("insert into indicator.fresh select fresh.* from indicator.fresh, generate_series(1, 99999)")
                .update();
        assertThat(rolling.roll()).isEqualTo(100_000);
        rolling.tidy();
        assertThat(jdbc.sql("select pg_relation_size('indicator.fresh')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_fact_refers_only_to_what_is_there_and_that_never_goes_away() {
        given.record(given.fact("LECTURE", "2025-03-05", GACHA));
        for (var column : List.of("kind", "audience", "place", "region")) {
            assertThatThrownBy(() -> insertAgainWith(column, column.equals("region") ? "'159999'" : "9999"))
                    .as(column)
                    .hasMessageContaining("a fact refers to a %s that is not there".formatted(column));
        }
        for (var sql : List.of(
                "delete from indicator.kind where code = 'UNUSED'",
                "update indicator.audience set id = default",
                "delete from indicator.place",
                "delete from region.region",
                "update region.region set code = '159999'")) {
            assertThatThrownBy(() -> OnPostgres.Server.owner(jdbc).sql(sql).update())
                    .as(sql)
                    .hasMessageContaining("never");
        }
    }

    private void insertAgainWith(String column, String value) {
        var columns = List.of(
                ("kind audience place rural weight version day events attendances minutes money quantity recorded_at"
                                + " recorded_by digest region source source_id title organisers measures")
                        .split(" "));
        var values = columns.stream()
                .map(name -> name.equals(column) ? value : name.equals("source_id") ? "'again'" : name)
                .toList();
        jdbc.sql("insert into indicator.fact (%s) select %s from indicator.fact"
                        .formatted(String.join(",", columns), String.join(",", values)))
                .update();
    }

    @Test
    void a_fact_can_neither_be_changed_nor_removed_by_the_program_nor_by_its_owner() {
        given.record(given.fact("LECTURE", "2025-03-05", COMMUNITY));
        for (var sql : List.of("update indicator.fact set events = 5", "delete from indicator.fact")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .hasRootCauseMessage("ERROR: permission denied for table fact");
            assertThatThrownBy(() -> OnPostgres.Server.owner(jdbc).sql(sql).update())
                    .hasMessageContaining("counter-fact");
        }
    }

    @Test
    void a_measure_finds_the_facts_that_serve_it() {
        var measure = new MeasureId(UUID.randomUUID());
        var other = new MeasureId(UUID.randomUUID());
        given.record(given.fact("LECTURE", "2025-03-05", COMMUNITY).serving(List.of(measure, other)));
        given.record(given.fact("LECTURE", "2025-03-06", COMMUNITY).serving(List.of(other)));
        assertThat(jdbc.sql("select count(*) from indicator.fact_measure where measure = :measure")
                        .param("measure", measure.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Totals lectures(RegionCode region) {
        return lectures(region, Window.ofYear(2025), null);
    }
}
