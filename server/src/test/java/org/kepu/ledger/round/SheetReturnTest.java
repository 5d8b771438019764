package org.kepu.ledger.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.ledger.round.GivenRounds.BANNER;
import static org.kepu.ledger.round.GivenRounds.of;
import static org.kepu.ledger.round.GivenRounds.quarter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

/** A sheet goes out as an Excel form and comes back, with the rules of the page. */
class SheetReturnTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenRounds given;
    private RoundId round;
    private Sheet sheet;
    private SheetReturn returning;

    @BeforeEach
    void plant() {
        given = new GivenRounds(context);
        round = given.opened(BANNER, quarter(), given.plan());
        sheet = given.read(round, "旗科协");
        returning = new SheetReturn(given.reading, given.filling, context.getBean(MessageSource.class));
    }

    @Test
    void a_form_that_was_filled_in_is_kept_as_a_draft_and_handed_in_again_changes_nothing() throws Exception {
        var rows = form();
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().subList(2, 6)).containsExactly("办好讲座", "牵头", "本期事实 0 件，0 人次", "");
        rows.get(0).set(SheetPaper.ANSWER, "有进展");
        rows.get(0).set(SheetPaper.TEXT, "办了三场");
        rows.get(1).set(SheetPaper.ANSWER, "本期无事项");
        var report = taken(rows);
        assertThat(List.of(report.read(), report.written(), report.unchanged(), report.rejected()))
                .containsExactly(3, 2, 1, 0);
        assertThat(given.read(round, "旗科协").lines()).extracting(Line::text).containsExactly("办了三场", "", "");
        assertThat(given.read(round, "旗科协").state()).isEqualTo(SheetState.ASKED);
        var again = taken(rows);
        assertThat(List.of(again.read(), again.written(), again.unchanged(), again.rejected()))
                .containsExactly(3, 0, 3, 0);
    }

    @Test
    void each_row_that_is_wrong_says_why_and_the_others_are_kept() throws Exception {
        var rows = form();
        rows.get(0).set(SheetPaper.ANSWER, "有进展");
        rows.get(1).set(SheetPaper.ANSWER, "差不多");
        rows.get(2).set(SheetPaper.ANSWER, "本期无事项");
        var strange = new ArrayList<>(rows.get(2));
        strange.set(SheetPaper.ID, "00000000-0000-0000-0000-000000000007");
        rows.add(strange);
        rows.add(rows.get(2));
        var report = taken(rows);
        assertThat(report.errors())
                .extracting(RowError::line, RowError::column, RowError::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, "进展或者理由", "round.fault.PROGRESS_WITHOUT_WORDS"),
                        org.assertj.core.groups.Tuple.tuple(5, "本期情况", "round.row.answer"),
                        org.assertj.core.groups.Tuple.tuple(7, "行号", "round.row.unknown"),
                        org.assertj.core.groups.Tuple.tuple(8, "行号", "round.row.twice"));
        assertThat(report.written()).isEqualTo(1);
        assertThat(given.read(round, "旗科协").lines())
                .extracting(Line::answer)
                .containsExactly(null, null, Answer.NOTHING);
    }

    @Test
    void a_line_that_a_colleague_changed_meanwhile_is_not_replaced() throws Exception {
        var rows = form();
        var line = sheet.lines().getFirst();
        given.within(() -> given.filling.keep(
                of(sheet.body(), Right.DO_TASKS),
                round,
                sheet.id(),
                List.of(new Entry(line.id(), line.mark(), Answer.PROGRESS, "同事写的"))));
        rows.get(0).set(SheetPaper.ANSWER, "本期无事项");
        rows.get(1).set(SheetPaper.ANSWER, "本期无事项");
        var report = taken(rows);
        assertThat(report.errors())
                .extracting(RowError::line, RowError::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4, "round.row.clash"));
        assertThat(given.read(round, "旗科协").lines()).extracting(Line::text).containsExactly("同事写的", "", "");
    }

    @Test
    void what_is_no_form_of_this_sheet_is_refused() {
        var own = of(sheet.body(), Right.DO_TASKS);
        assertThat(given.within(() -> returning.take(own, round, sheet.id(), new byte[] {1, 2, 3, 0})))
                .isInstanceOf(SheetReturn.Returned.Unreadable.class);
        given.submit(round, "旗科协", Answer.NOTHING, "");
        assertThat(given.within(() -> returning.take(own, round, sheet.id(), workbook(paper -> {}))))
                .isEqualTo(new SheetReturn.Returned.Closed(SheetState.SUBMITTED));
    }

    private org.kepu.shared.ImportReport taken(List<List<String>> rows) {
        var file = workbook(paper -> {
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < rows.get(i).size(); column++) {
                    paper.value(SheetPaper.HEAD + 1 + i, column, rows.get(i).get(column));
                }
            }
        });
        var outcome = given.within(() -> returning.take(of(sheet.body(), Right.DO_TASKS), round, sheet.id(), file));
        return ((SheetReturn.Returned.Taken) outcome).report();
    }

    /** The rows of the form as the page hands it out. */
    private List<List<String>> form() throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        address() + "/desk/rounds/" + round + "/sheets/" + sheet.id() + "/form.xlsx"))
                                .header("Cookie", "kepu=" + clerk().session())
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.body()));
                var rows = workbook.getFirstSheet().openStream()) {
            return new ArrayList<>(rows.skip(SheetPaper.HEAD + 1)
                    .map(row -> {
                        var cells = new ArrayList<String>();
                        for (int i = 0; i <= SheetPaper.TEXT; i++) {
                            cells.add(row.getOptionalCell(i)
                                    .map(cell -> cell.getText())
                                    .orElse(""));
                        }
                        return (List<String>) cells;
                    })
                    .toList());
        }
    }

    private static byte[] workbook(Consumer<org.dhatim.fastexcel.Worksheet> fill) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var paper = workbook.newWorksheet("填报");
            paper.value(0, 2, "标题");
            paper.value(1, 2, "说明");
            paper.value(SheetPaper.HEAD, 2, "措施");
            fill.accept(paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
