package org.kepu.ledger.round;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.plan.Plan;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * For a demonstration: a round of a banner that is over, and one of this quarter that is under way there and at the league above.
 */
@Component
@Order(5)
class DemoRounds implements Demo {

    private static final RegionCode LEAGUE = new RegionCode("152500");
    private static final RegionCode BANNER = new RegionCode("152524");

    /** Who has answered already in the round that is under way. */
    private static final Set<String> EARLY = Set.of("旗科协", "旗气象局", "旗总工会");

    /** Whose answer the office has sent back. */
    private static final String MENDING = "旗卫健委";

    private static final int DAYS = 10;
    private static final int OPINION_DAYS = 3;
    private static final String SAID = "已按计划推进（示例）。";

    private final OpeningRounds opening;
    private final AskingPlans asking;
    private final Rounds rounds;
    private final Summaries summaries;
    private final ReadingSheets reading;
    private final FillingSheets filling;
    private final JudgingSheets judging;
    private final OfficeCalendar calendar;
    private final Clock clock;

    DemoRounds(
            OpeningRounds opening,
            AskingPlans asking,
            Rounds rounds,
            Summaries summaries,
            ReadingSheets reading,
            FillingSheets filling,
            JudgingSheets judging,
            OfficeCalendar calendar,
            Clock clock) {
        this.opening = opening;
        this.asking = asking;
        this.rounds = rounds;
        this.summaries = summaries;
        this.reading = reading;
        this.filling = filling;
        this.judging = judging;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void load(Desk program) {
        if (rounds.count(program.scope(Right.READ_LEDGER)) > 0) {
            return;
        }
        var today = Today.by(clock);
        var first = today.withDayOfYear(1);
        open(program, BANNER, terms("年初工作摸底（示例）", Period.ONCE, first, today, 0)).ifPresent(round -> {
            for (var row : sheets(program, round)) {
                submit(program, round, row);
                judging.accept(program.scope(Right.RUN_LEDGER), round, row.id(), version(row));
            }
        });
        var quarter = terms(
                "本季度调度（示例）", Period.QUARTER, Period.QUARTER.firstOf(today), Period.QUARTER.lastOf(today), OPINION_DAYS);
        open(program, BANNER, quarter).ifPresent(round -> {
            for (var row : sheets(program, round)) {
                if (EARLY.contains(row.written()) || row.written().equals(MENDING)) {
                    submit(program, round, row);
                }
                if (row.written().equals(MENDING)) {
                    sendBack(program, round, row);
                }
            }
        });
        open(program, LEAGUE, quarter);
    }

    private Terms terms(String name, Period period, LocalDate from, LocalDate to, int opinionDays) {
        var due = period == Period.ONCE ? to : calendar.days().after(Today.by(clock), DAYS);
        return new Terms(name, period, from, to, due, opinionDays, 3, List.of(3, 1), List.of(1));
    }

    private Optional<RoundId> open(Desk program, RegionCode region, Terms terms) {
        var scope = program.scope(Right.RUN_LEDGER);
        var plans = opening.choices(scope, region, terms.to().getYear()).stream()
                .map(Plan::id)
                .collect(toSet());
        var opened = opening.open(scope, region, terms, plans);
        asking.run();
        return opened instanceof Opened.Begun(var round) ? Optional.of(round) : Optional.empty();
    }

    private List<SheetRow> sheets(Desk program, RoundId round) {
        return summaries.all(program.scope(Right.READ_LEDGER), rounds.get(round));
    }

    private int version(SheetRow row) {
        return reading.locked(row.id()).version();
    }

    /** Something on the first line, nothing on the others: a round is no essay. */
    private void submit(Desk program, RoundId round, SheetRow row) {
        var lines = reading.locked(row.id()).lines();
        var entries = lines.stream()
                .map(line -> line.equals(lines.getFirst())
                        ? new Entry(line.id(), line.mark(), Answer.PROGRESS, SAID)
                        : new Entry(line.id(), line.mark(), Answer.NOTHING, ""))
                .toList();
        filling.submit(program.scope(Right.DO_TASKS), round, row.id(), entries);
    }

    private void sendBack(Desk program, RoundId round, SheetRow row) {
        var first = reading.locked(row.id()).lines().getFirst();
        judging.sendBack(
                program.scope(Right.RUN_LEDGER), round, row.id(), version(row), Map.of(first.id(), "请写明办了几场、在哪里办的。"));
    }
}
