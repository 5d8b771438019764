package org.kepu.ledger.supervision.problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kepu.ledger.round.Today;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** For a demonstration: what an office of a banner found on a visit, for two of its bodies to mend. */
@Component
@Order(6)
class DemoProblems implements Demo {

    private static final RegionCode BANNER = new RegionCode("152524");
    private static final int FOUND_AGO = 20;
    private static final int TERM = 30;

    private final ProblemList problems;
    private final KeepingProblems keeping;
    private final Clock clock;

    DemoProblems(ProblemList problems, KeepingProblems keeping, Clock clock) {
        this.problems = problems;
        this.keeping = keeping;
        this.clock = clock;
    }

    private record Found(String body, String what, String cause, String remedy) {}

    private static final List<Found> FOUND = List.of(
            new Found("旗教育局", "部分苏木学校科普讲座不足每学期 4 次（示例）", "师资不够，路程远", "联合旗科协排出送讲计划，每月下一个苏木"),
            new Found("旗气象局", "气象科普馆展品陈旧（示例）", "经费没有列入预算", "先更换破损展品，更新经费列入明年预算"));

    @Override
    public void load(Desk program) {
        if (!problems.all(program.scope(Right.READ_LEDGER), null).isEmpty()) {
            return;
        }
        var offices = program.scope(Right.RUN_LEDGER);
        var today = Today.by(clock);
        for (var body : keeping.bodies(offices, BANNER)) {
            FOUND.stream()
                    .filter(found -> found.body().equals(body.name()))
                    .forEach(found -> keeping.enter(offices, form(body.id().value(), found, today)));
        }
    }

    private static ProblemForm form(UUID body, Found found, LocalDate today) {
        return new ProblemForm(
                UUID.randomUUID(),
                BANNER.value(),
                body,
                Source.VISIT,
                "实地走访（示例）",
                null,
                null,
                today.minusDays(FOUND_AGO),
                found.what(),
                found.cause(),
                found.remedy(),
                today.plusDays(TERM));
    }
}
