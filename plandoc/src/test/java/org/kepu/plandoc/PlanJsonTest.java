package org.kepu.plandoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanJsonTest {
    private static final Span AT = new Span(0, 0);

    private static String printed(ParsedPlan plan) {
        return new PlanJson().print(plan).replaceAll("\\s+", "");
    }

    private static Target target(String value, String unit) {
        return new Target("每年培训", Target.Operator.AT_LEAST, new BigDecimal(value), unit, Target.Window.YEAR, AT);
    }

    @Test
    void a_plan_is_printed_as_agreed() {
        var measure = new Measure(
                1,
                "办好\"讲座\"",
                "办好",
                List.of("教育局"),
                List.of(),
                Measure.AssignedBy.ROW_ABOVE,
                List.of(target("1.2E+1", "%")),
                List.of(AT));
        var programme = new Programme(Programme.Kind.PROJECT, 2, "工程", List.of(), List.of("科协"), List.of(measure), AT);
        var plan = new ParsedPlan(
                "方案",
                "青政发〔2021〕5号",
                null,
                LocalDate.of(2021, 3, 5),
                2021,
                null,
                List.of("国发〔2021〕9号"),
                List.of(target("25000", "人"), target("2.50", "%")),
                List.of(programme),
                List.of(new Phase("启动", 2021, 2022, AT)),
                List.of(new OrganisationPoint("领导", "加强", AT)),
                List.of(new Finding(Finding.Code.NO_BODY, "缺单位", "", null)));
        assertThat(printed(plan)).isEqualTo("""
                        {"schema":"kepu.plan/1","title":"方案","documentNumber":"青政发〔2021〕5号","issuer":null,
                        "signedOn":"2021-03-05","periodFrom":2021,"periodTo":null,"basis":["国发〔2021〕9号"],
                        "goals":[{"quote":"每年培训","operator":"AT_LEAST","value":25000,"unit":"人","window":"YEAR"},
                        {"quote":"每年培训","operator":"AT_LEAST","value":2.5,"unit":"%","window":"YEAR"}],
                        "programmes":[{"kind":"PROJECT","ordinal":2,"title":"工程","leads":[],"participants":["科协"],
                        "measures":[{"ordinal":1,"title":"办好\\"讲座\\"","text":"办好","leads":["教育局"],"participants":[],
                        "assignedBy":"ROW_ABOVE","targets":[{"quote":"每年培训","operator":"AT_LEAST","value":12,"unit":"%","window":"YEAR"}]}]}],
                        "phases":[{"title":"启动","from":2021,"to":2022}],
                        "organisation":[{"title":"领导","text":"加强"}],
                        "findings":[{"code":"NO_BODY","message":"缺单位","quote":""}]}
                        """.replaceAll("\\s+", ""));
    }

    @Test
    void a_comparison_is_printed_as_agreed() {
        var comparison = new PlanComparison(
                List.of(new PlanComparison.Link("ACTION/1/2", "ACTION/1/1", PlanComparison.Link.Kind.PART, 0.93)),
                List.of("ACTION/1/3"),
                List.of(),
                List.of(new PlanComparison.TargetChange("12%", null, PlanComparison.TargetChange.Verdict.DROPPED)));
        assertThat(new PlanJson().print(comparison).replaceAll("\\s+", "")).isEqualTo("""
                        {"schema":"kepu.plan-comparison/1",
                        "links":[{"upper":"ACTION/1/2","lower":"ACTION/1/1","kind":"PART","score":0.93}],
                        "onlyUpper":["ACTION/1/3"],"onlyLower":[],
                        "targets":[{"upper":"12%","lower":null,"verdict":"DROPPED"}]}
                        """.replaceAll("\\s+", ""));
    }
}
