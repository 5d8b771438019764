package org.kepu.ledger.evaluation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.kepu.paper.Paper;
import org.kepu.paper.Parts;
import org.kepu.paper.Table;
import org.kepu.paper.Table.Column;

/** A notice of a result as an official document. */
final class NoticePaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final List<Column> COLUMNS = List.of(
            Column.word("编号", 2),
            Column.text("指标", 8),
            Column.number("满分", 2),
            Column.word("自评", 2),
            Column.word("得分", 2),
            Column.text("说明", 7));

    private NoticePaper() {}

    static Paper of(NoticeContent content) {
        return Paper.titled("关于" + content.evaluation() + "结果的通知")
                .to(content.body() + "：")
                .saying(text -> said(text, content))
                .appended("指标得分", text -> text.table(table(content)))
                .signed(office(content), LocalDate.parse(content.day()));
    }

    static String office(NoticeContent content) {
        return content.office() + "全民科学素质纲要实施工作办公室";
    }

    private static Parts said(Parts text, NoticeContent content) {
        var parts = text.text("按照《%s》要求，现将你单位%s结果通知如下。".formatted(content.plan(), content.evaluation()))
                .section(
                        "结果",
                        part -> part.text(
                                        content.total().isEmpty()
                                                ? "各项指标均不适用，不计分。"
                                                : "得分：" + content.total() + " 分（满分 100 分）。各指标得分见附件。")
                                .text("计分办法：" + content.law()));
        if (!content.decision().isEmpty()) {
            parts = parts.section(
                    "申诉答复", part -> part.text("申诉内容：" + content.objection()).text("答复：" + content.decision()));
        }
        if (!content.objectionDue().isEmpty()) {
            parts = parts.section(
                    "申诉",
                    part -> part.text("对结果有异议的，请于" + day(content.objectionDue()) + "前通过平台提出申诉并说明理由；期满未提出的，结果即为确定。"));
        }
        return parts.text("本通知只发你单位，结果不排名、不公开。");
    }

    private static Table table(NoticeContent content) {
        return new Table(
                "",
                COLUMNS,
                content.rows().stream()
                        .map(row ->
                                List.of(row.number(), row.title(), row.full(), row.self(), row.points(), row.words()))
                        .toList());
    }

    private static String day(String written) {
        return DAY.format(LocalDate.parse(written));
    }
}
