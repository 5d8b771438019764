package org.kepu.plan.life;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kepu.page.Page;
import org.kepu.paper.Paper;
import org.kepu.paper.Table;
import org.kepu.paper.Table.Column;
import org.springframework.stereotype.Component;

/** 意见采纳情况表 as an official document. */
@Component
class SummaryPaper {

    private final SummaryTable table;
    private final Clock clock;

    SummaryPaper(SummaryTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    Paper of(Page page, Summary summary) {
        var consultation = summary.consultation();
        var counts = summary.outcomes();
        var head = table.head(page);
        var columns = List.of(
                Column.word(head.get(0), 4),
                Column.text(head.get(1), 14),
                Column.text(head.get(2), 26),
                Column.text(head.get(3), 10),
                Column.word(head.get(4), 9),
                Column.text(head.get(5), 20));
        return Paper.titled(page.say("life.paper.title", consultation.title()))
                .saying(text -> text.text(page.say(
                                "life.paper.period",
                                page.day(consultation.opensOn()),
                                page.day(consultation.closesOn()),
                                consultation.title(),
                                summary.invited().size()))
                        .text(page.say(
                                "life.paper.counts",
                                summary.lines().size(),
                                summary.fromPublic(),
                                counts.getOrDefault(Opinion.Outcome.ADOPTED, 0L),
                                counts.getOrDefault(Opinion.Outcome.PARTLY, 0L),
                                counts.getOrDefault(Opinion.Outcome.NOT_ADOPTED, 0L),
                                summary.unanswered().size())))
                .appendedWide(
                        page.say("life.summary.title"),
                        text -> text.table(new Table("", columns, table.rows(page, summary))))
                .signed("", LocalDate.now(clock));
    }
}
