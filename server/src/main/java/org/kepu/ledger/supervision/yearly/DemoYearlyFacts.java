package org.kepu.ledger.supervision.yearly;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kepu.ledger.round.Today;
import org.kepu.region.Regions;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** For a demonstration: what some governments of a league have said of the three yearly facts. */
@Component
@Order(6)
class DemoYearlyFacts implements Demo {

    private final YearlyFacts facts;
    private final StatingFacts stating;
    private final Regions regions;
    private final Clock clock;

    DemoYearlyFacts(YearlyFacts facts, StatingFacts stating, Regions regions, Clock clock) {
        this.facts = facts;
        this.stating = stating;
        this.regions = regions;
        this.clock = clock;
    }

    private record Said(String region, Kind kind, boolean given) {}

    private static final List<Said> SAID = List.of(
            new Said("152500", Kind.OVERALL_PLAN, true),
            new Said("152500", Kind.YEARLY_PLAN, true),
            new Said("152500", Kind.TARGET_ASSESSMENT, true),
            new Said("152524", Kind.OVERALL_PLAN, true),
            new Said("152524", Kind.YEARLY_PLAN, true),
            new Said("152529", Kind.YEARLY_PLAN, true),
            new Said("152529", Kind.TARGET_ASSESSMENT, false));

    @Override
    public void load(Desk program) {
        int year = Today.by(clock).getYear();
        var wanted = SAID.stream()
                .map(Said::region)
                .distinct()
                .map(RegionCode::new)
                .filter(code -> regions.find(code).isPresent())
                .toList();
        if (!facts.standing(program.scope(Right.READ_LEDGER), wanted, year).isEmpty()) {
            return;
        }
        SAID.stream()
                .filter(said -> wanted.contains(new RegionCode(said.region())))
                .forEach(said -> stating.state(
                        program.scope(Right.RUN_LEDGER),
                        new RegionCode(said.region()),
                        year,
                        new YearlyFactForm(
                                UUID.randomUUID(),
                                said.kind(),
                                said.given(),
                                said.given() ? year + "年政府工作文件（示例）" : "",
                                "",
                                null,
                                null,
                                null)));
    }
}
