package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amount;
import org.kepu.indicator.GivenFacts;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnPostgres
class DefinitionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    ApplicationContext context;

    @Autowired
    Definitions definitions;

    @Autowired
    DefinitionJson json;

    @BeforeEach
    void plant() {
        GivenFacts.onCleanGround(context);
    }

    @Test
    void every_definition_that_comes_with_the_program_reads_back_as_it_was_written() {
        assertThat(definitions.on(TODAY)).hasSizeGreaterThanOrEqualTo(23).allSatisfy(definition -> {
            assertThat(json.read(json.write(definition))).isEqualTo(definition);
            assertThat(definitions.faults(definition)).isEmpty();
        });
    }

    @Test
    void attendances_make_no_persons() {
        assertThat(faults("名", new Method.Sum(Selection.of("TRAINING"), Amount.ATTENDANCES)))
                .containsExactly(new Fault(Fault.Rule.UNIT_MIXED, "名"));
        assertThat(faults("人次", new Method.Persons(Selection.of("TRAINING"))))
                .containsExactly(new Fault(Fault.Rule.UNIT_MIXED, "人次"));
        assertThat(faults("名", new Method.Persons(Selection.of("LECTURE"))))
                .containsExactly(new Fault(Fault.Rule.NO_PERSONS, "LECTURE"));
    }

    @Test
    void what_cannot_be_computed_is_refused_with_each_reason() {
        assertThat(faults("次", new Method.Sum(Selection.of("SORCERY"), Amount.EVENTS)))
                .containsExactly(new Fault(Fault.Rule.UNKNOWN_KIND, "SORCERY"));
        assertThat(faults("分钟", new Method.Sum(Selection.of("CONTEST"), Amount.MINUTES)))
                .containsExactly(new Fault(Fault.Rule.AMOUNT_NOT_OF_KIND, "CONTEST MINUTES"));
        assertThat(faults("个", new Method.Stock(Selection.of("ACTIVITY"), Amount.EVENTS, 1)))
                .containsExactly(new Fault(Fault.Rule.NO_THINGS, "ACTIVITY"));
        assertThat(faults(
                        "次",
                        new Method.Each(
                                Selection.of("SCHOOL_OPEN"), Selection.of("VEHICLE_STOP"), Amount.EVENTS, false, 4)))
                .containsExactly(
                        new Fault(Fault.Rule.DIFFERENT_THINGS, "SCHOOL VEHICLE"),
                        new Fault(Fault.Rule.NOT_PERCENT, "次"));
        assertThat(faults(
                        "%",
                        new Method.Coverage(
                                RegionLevel.BANNER,
                                new Method.Sum(Selection.of("EXPERT_VISIT"), Amount.EVENTS),
                                0,
                                true)))
                .containsExactly(new Fault(Fault.Rule.NOTHING_ASKED, ""));
        assertThat(faults("分", new Method.Stated(Method.Origin.SURVEY)))
                .containsExactly(new Fault(Fault.Rule.NOT_PERCENT, "分"));
    }

    @Test
    void a_new_definition_holds_from_its_day_on_and_the_old_one_for_the_days_before() {
        var old = definitions.find("lectures", TODAY).orElseThrow();
        var changed = new Definition(
                "lectures",
                "科普讲座",
                "场",
                Definition.Span.YEAR,
                new Method.Sum(Selection.of("LECTURE", "ACTIVITY"), Amount.EVENTS),
                null);
        try {
            assertThat(definitions.keep(GivenPlans.may(Right.KEEP_INDICATORS), changed, LocalDate.of(2027, 1, 1)))
                    .isEqualTo(new Definitions.Kept.Done(changed));
            assertThat(definitions.find("lectures", LocalDate.of(2026, 12, 31))).contains(old);
            assertThat(definitions.find("lectures", LocalDate.of(2027, 1, 1))).contains(changed);
        } finally {
            definitions.keep(GivenPlans.may(Right.KEEP_INDICATORS), old, LocalDate.of(1949, 10, 1));
        }
    }

    private List<Fault> faults(String unit, Method method) {
        return definitions.faults(new Definition("some-thing", "某项", unit, Definition.Span.YEAR, method, null));
    }
}
