package org.kepu.plandoc.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Span;
import org.kepu.plandoc.Target;
import org.kepu.plandoc.samples.Samples.Sample;
import tools.jackson.databind.JsonNode;

class ScorerTest {
    @ParameterizedTest
    @ValueSource(strings = {"development", "kept-aside", "demo"})
    void a_reading_that_repeats_the_right_answer_scores_one(String folder) {
        assertThat(samples(folder)).isNotEmpty().allSatisfy(sample -> {
            var score = Scorer.score(plan(sample.gold().plan()), sample.gold());
            assertThat(score.total()).isEqualTo(1, within(1e-9));
            assertThat(score.slips()).isEmpty();
        });
    }

    @Test
    void a_reading_that_lacks_a_programme_loses_in_every_part_but_the_heading() {
        var gold = samples("development").getFirst().gold();
        var whole = plan(gold.plan());
        var score = Scorer.score(
                with(whole, whole.programmes().subList(1, whole.programmes().size())), gold);
        assertThat(score.measures()).isLessThan(1);
        assertThat(score.bodies()).isLessThan(1);
        assertThat(score.targets()).isLessThan(1);
        assertThat(score.meta()).isEqualTo(1);
    }

    @Test
    void a_reading_without_programmes_scores_the_heading_alone() {
        var gold = samples("development").getFirst().gold();
        var score = Scorer.score(with(plan(gold.plan()), List.of()), gold);
        assertThat(score.measures()).isZero();
        assertThat(score.bodies()).isZero();
        assertThat(score.meta()).isEqualTo(1);
    }

    private static List<Sample> samples(String folder) {
        return Samples.in(Samples.folder(folder), Samples.folder(folder));
    }

    private static ParsedPlan with(ParsedPlan plan, List<Programme> programmes) {
        return new ParsedPlan(
                plan.title(),
                plan.documentNumber(),
                plan.issuer(),
                plan.signedOn(),
                plan.periodFrom(),
                plan.periodTo(),
                plan.basis(),
                plan.goals(),
                programmes,
                List.of(),
                List.of(),
                List.of());
    }

    private static ParsedPlan plan(JsonNode gold) {
        var number = gold.path("documentNumber");
        return new ParsedPlan(
                Gold.any(gold.path("title")).getFirst(),
                number.isNull() ? null : number.asString(),
                gold.path("issuer").asString(),
                LocalDate.parse(gold.path("signedOn").asString()),
                gold.path("periodFrom").asInt(),
                gold.path("periodTo").asInt(),
                Gold.strings(gold.path("basis")),
                targets(gold.path("goals")),
                StreamSupport.stream(gold.path("programmes").spliterator(), false)
                        .map(ScorerTest::programme)
                        .toList(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Programme programme(JsonNode gold) {
        var measures = new ArrayList<Measure>();
        for (var measure : gold.path("measures")) {
            measures.add(new Measure(
                    measure.path("ordinal").asInt(),
                    Gold.any(measure.path("titles")).getFirst(),
                    Gold.any(measure.path("textStarts")).getFirst()
                            + Gold.any(measure.path("textEnds")).getFirst(),
                    Gold.strings(measure.path("leads")),
                    Gold.strings(measure.path("participants")),
                    Measure.AssignedBy.NONE,
                    targets(measure.path("targets")),
                    List.of()));
        }
        return new Programme(
                Programme.Kind.valueOf(gold.path("kind").asString()),
                gold.path("ordinal").asInt(),
                Gold.any(gold.path("titles")).getFirst(),
                List.of(),
                List.of(),
                measures,
                new Span(0, 0));
    }

    private static List<Target> targets(JsonNode gold) {
        return StreamSupport.stream(gold.spliterator(), false)
                .filter(target -> !target.path("optional").asBoolean(false))
                .map(target -> new Target(
                        Gold.any(target.path("quoteMustContain")).getFirst(),
                        Target.Operator.valueOf(
                                Gold.any(target.path("operator")).getFirst()),
                        new BigDecimal(Gold.any(target.path("value")).getFirst()),
                        Gold.any(target.path("unit")).getFirst(),
                        Target.Window.valueOf(Gold.any(target.path("window")).getFirst()),
                        new Span(0, 0)))
                .toList();
    }
}
