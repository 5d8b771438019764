package org.kepu.ledger.evaluation.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Figures;
import org.kepu.indicator.figure.Issuing;
import org.kepu.indicator.figure.Issuing.Beside;
import org.kepu.indicator.figure.Issuing.Issued;
import org.kepu.indicator.target.TargetCard;
import org.kepu.indicator.target.TargetCards;
import org.kepu.indicator.target.Targets;
import org.kepu.ledger.evaluation.Evaluation;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.stereotype.Component;

/** How far the targets of a plan have come, each figure frozen for the report that uses it: what is counted later changes nothing here. */
@Component
class FrozenTargets {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Targets targets;
    private final TargetCards cards;
    private final Issuing issuing;
    private final Regions regions;
    private final Clock clock;

    FrozenTargets(Targets targets, TargetCards cards, Issuing issuing, Regions regions, Clock clock) {
        this.targets = targets;
        this.cards = cards;
        this.issuing = issuing;
        this.regions = regions;
        this.clock = clock;
    }

    /** By the target in the plan. @param each is told after each of them */
    Map<UUID, ReportContent.Target> of(Desk desk, Evaluation evaluation, String document, Runnable each) {
        var reading = desk.scope(Right.READ_FIGURES);
        var today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        var day = evaluation.to().isAfter(today) ? today : evaluation.to();
        var reached = new HashMap<UUID, ReportContent.Target>();
        for (var target : targets.of(reading, evaluation.plan())) {
            var asked = target.planTarget();
            if (asked != null) {
                cards.of(reading, java.util.List.of(target), day)
                        .forEach(card -> reached.put(asked, line(card, frozen(desk, card, document))));
            }
            each.run();
        }
        return reached;
    }

    private Optional<Issued> frozen(Desk desk, TargetCard card, String document) {
        var keeping = desk.scope(Right.KEEP_INDICATORS);
        var region = card.target().region();
        if (card.figure().value() == null || !regions.reaches(keeping, region)) {
            return Optional.empty();
        }
        var window = card.figure().window();
        issuing.issue(keeping, new Figures.Question(card.definition(), region, window, Breakdown.NONE, null), document);
        return issuing.of(desk.scope(Right.READ_FIGURES), card.target().indicator(), region).stream()
                .map(Beside::issued)
                .filter(issued ->
                        issued.document().equals(document) && issued.window().equals(window))
                .findFirst();
    }

    private static ReportContent.Target line(TargetCard card, Optional<Issued> frozen) {
        var value = frozen.map(Issued::value).orElse(card.figure().value());
        return new ReportContent.Target(
                card.target().quote(),
                card.definition().name(),
                value == null ? "" : written(value) + card.definition().unit(),
                word(card.state()),
                card.figure().window().from() + "至" + card.figure().window().to(),
                frozen.map(issued -> issued.edition().toString())
                        .orElse(card.figure().edition().toString()),
                frozen.map(Issued::checksum).orElse(""));
    }

    private static String written(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0
                ? "0"
                : value.stripTrailingZeros().toPlainString();
    }

    private static String word(TargetCard.State state) {
        return switch (state) {
            case REACHED -> "已达到";
            case ON_PACE -> "按进度推进";
            case BEHIND -> "落后于进度";
            case UNDER_WAY -> "推进中";
            case MISSED -> "未达到";
            case STRIVEN_FOR -> "力争目标";
            case NO_VALUE -> "无官方数值";
            case NOT_RECORDED -> "尚无数据";
        };
    }

    static boolean isBehind(ReportContent.Target target) {
        return target.standing().equals(word(TargetCard.State.BEHIND))
                || target.standing().equals(word(TargetCard.State.MISSED));
    }

    static boolean isUnknown(ReportContent.Target target) {
        return target.value().isEmpty();
    }
}
