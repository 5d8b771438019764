package org.kepu.ledger.supervision.light;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kepu.indicator.target.TargetCard;
import org.kepu.ledger.Task;
import org.kepu.plan.Plan;
import org.kepu.plan.life.Publication;
import org.kepu.shared.WorkingDays;

/**
 * The rules applied to what is known of the tasks of a plan and a year on a day.
 *
 * @param rounds those whose day is over, the latest first
 * @param opensFigures whether the reader may open the figures of the plan's division
 */
record Judging(
        RuleTable rules,
        Plan plan,
        int year,
        LocalDate today,
        WorkingDays days,
        List<Known.PastRound> rounds,
        boolean opensFigures) {

    /** Whether nothing of the year burns at all, and why. */
    Optional<Reason> quiet() {
        var signed = plan.signedOn();
        if (signed != null && year < signed.getYear()) {
            return Optional.of(Reason.of(Cause.BACK_DATED, Light.OFF, "", String.valueOf(year)));
        }
        return year > today.getYear()
                ? Optional.of(Reason.of(Cause.NOT_BEGUN, Light.OFF, "", String.valueOf(year)))
                : Optional.empty();
    }

    Lit light(Known task) {
        var quiet = quiet();
        if (quiet.isPresent()) {
            return Lit.of(quiet.stream());
        }
        if (task.state() == Task.State.CARRIED_OVER) {
            return Lit.of(Stream.of(Reason.of(Cause.CARRIED_OVER, Light.OFF, path(task))));
        }
        var reasons = Stream.concat(
                task.targets().stream().flatMap(card -> target(card).stream()),
                Stream.of(evidence(task)).flatMap(Optional::stream));
        var waiting = task.state().isOpen()
                ? Stream.of(sheet(task), progress(task)).flatMap(Optional::stream)
                : Stream.<Reason>empty();
        return Lit.of(Stream.concat(reasons, waiting));
    }

    /** What the publication of the plan makes burn. */
    Optional<Reason> publication(Publication publication) {
        return publication instanceof Publication.Overdue(var due)
                ? rules.strictest(Cause.PUBLICATION_LATE)
                        .map(rule -> Reason.of(Cause.PUBLICATION_LATE, rule.light(), "/desk/plans/" + plan.id(), due))
                : Optional.empty();
    }

    private Optional<Reason> target(TargetCard card) {
        return switch (card.state()) {
            case MISSED ->
                rules.strictest(Cause.TARGET_MISSED)
                        .map(rule -> reason(
                                card, rule, name(card), number(card.target().value(), card), value(card)));
            case BEHIND -> behind(card);
            case NO_VALUE, NOT_RECORDED ->
                rules.strictest(Cause.TARGET_NO_DATA).map(rule -> reason(card, rule, name(card)));
            case REACHED, ON_PACE, UNDER_WAY, STRIVEN_FOR -> Optional.empty();
        };
    }

    private Optional<Reason> behind(TargetCard card) {
        var pace = card.pace();
        var value = card.figure().value();
        if (pace == null || value == null || pace.needed().signum() <= 0) {
            return Optional.empty();
        }
        var share = value.multiply(BigDecimal.valueOf(100)).divide(pace.needed(), 0, RoundingMode.FLOOR);
        return rules.strictest(Cause.TARGET_PACE, rule -> share.compareTo(BigDecimal.valueOf(rule.limit())) < 0)
                .map(rule -> reason(
                        card, rule, name(card), number(pace.needed(), card), value(card), share.toPlainString()));
    }

    private Reason reason(TargetCard card, Rule rule, Object... arguments) {
        var window = card.figure().window();
        return Reason.of(
                rule.cause(),
                rule.light(),
                opensFigures
                        ? "/desk/indicators/" + card.definition().id() + "?region="
                                + card.target().region().value() + "&from=" + window.from() + "&to=" + window.to()
                        : "",
                arguments);
    }

    private Optional<Reason> sheet(Known task) {
        var late = task.late();
        return late == null
                ? Optional.empty()
                : rules.strictest(
                                Cause.SHEET_LATE,
                                rule -> !days.after(late.due(), rule.limit()).isAfter(today))
                        .map(rule -> Reason.of(
                                Cause.SHEET_LATE,
                                rule.light(),
                                "/desk/rounds/" + late.round() + "/sheets/" + late.sheet(),
                                late.name(),
                                late.due()));
    }

    private Optional<Reason> progress(Known task) {
        return rules.strictest(Cause.PROGRESS_OLD, rule -> isOld(task, rule.limit()))
                .map(rule -> {
                    var round = rounds.get(rule.limit() - 1);
                    var moved = task.moved();
                    return moved == null
                            ? new Reason(
                                    Cause.PROGRESS_OLD,
                                    rule.light(),
                                    "supervision.reason.PROGRESS_NONE",
                                    List.of(round.name(), round.from()),
                                    path(task))
                            : Reason.of(
                                    Cause.PROGRESS_OLD, rule.light(), path(task), moved, round.name(), round.from());
                });
    }

    /** Whether nothing moved since the span of the round began that lies so many rounds back; a task opened after it is not asked. */
    private boolean isOld(Known task, int back) {
        if (back < 1 || back > rounds.size()) {
            return false;
        }
        var round = rounds.get(back - 1);
        var moved = task.moved();
        return !task.since().isAfter(round.to()) && (moved == null || moved.isBefore(round.from()));
    }

    private Optional<Reason> evidence(Known task) {
        long left = ChronoUnit.DAYS.between(today, LocalDate.of(year, Month.DECEMBER, 31));
        return task.evident() || task.numbered()
                ? Optional.empty()
                : rules.strictest(Cause.EVIDENCE_MISSING, rule -> left <= rule.limit())
                        .map(rule -> Reason.of(
                                Cause.EVIDENCE_MISSING, rule.light(), path(task) + "#evidence", String.valueOf(year)));
    }

    private static String path(Known task) {
        return "/desk/tasks/" + task.id();
    }

    private static String name(TargetCard card) {
        return card.definition().name();
    }

    private static String value(TargetCard card) {
        var value = card.figure().value();
        return value == null ? "–" : number(value, card);
    }

    private static String number(BigDecimal value, TargetCard card) {
        return value.stripTrailingZeros().toPlainString() + card.definition().unit();
    }
}
