package org.kepu.ledger.supervision.note;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kepu.paper.Paper;

/** A note as an official document: as it was issued, whatever happened to it since. */
final class NotePaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.SIMPLIFIED_CHINESE);

    private NotePaper() {}

    static Paper of(SupervisionNote note) {
        return Paper.titled("督办单")
                .numbered(note.numbered())
                .to(note.written() + "：")
                .saying(text -> text.section(
                                "督办事项",
                                part -> part.text("《" + note.planTitle() + "》规定：" + note.measure())
                                        .text(note.clause()))
                        .section("目前情况", part -> part.text(note.figures().isEmpty() ? "未亮灯。" : note.figures() + "。"))
                        .section("办理要求", part -> part.text(note.asks()))
                        .section(
                                "办理时限",
                                part -> part.text(
                                        "请于" + day(note.issuedDue()) + "前书面答复。答复经采纳后予以销号；逾期未答复的，将提请上级或者分管领导督办。")))
                .signed(note.issuer(), note.issuedOn());
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
