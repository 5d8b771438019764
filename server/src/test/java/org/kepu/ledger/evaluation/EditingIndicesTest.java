package org.kepu.ledger.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.Together.together;
import static org.kepu.ledger.evaluation.GivenEvaluations.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.ledger.evaluation.EditingIndices.Edited;
import org.kepu.page.RunningSite;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RowError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Indices typed one by one, and taken from a table row by row. */
class EditingIndicesTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenEvaluations given;
    private EvaluationId id;

    @BeforeEach
    void plant() {
        given = new GivenEvaluations(context);
        id = given.prepared(given.plan(), 0);
    }

    @Test
    void a_number_is_given_once() {
        assertThat(given.add(id, "1", "组织领导", "100")).isEqualTo(Edited.SAVED);
        assertThat(given.add(id, "1", "又一个", "50")).isEqualTo(Edited.NUMBER_TAKEN);
        var answers = together(10, i -> given.add(id, "2", "第" + i + "个", "50"));
        assertThat(answers.stream().filter(Edited.SAVED::equals)).hasSize(1);
    }

    @Test
    void of_two_who_change_an_index_the_second_is_told() {
        given.add(id, "1", "组织领导", "100");
        var index = given.index(id, "1");
        assertThat(change(index, "组织保障")).isEqualTo(Edited.SAVED);
        assertThat(change(index, "领导重视")).isEqualTo(Edited.OVERTAKEN);
        assertThat(given.within(() -> given.editing.remove(office(), id, index.id(), index.version())))
                .isEqualTo(Edited.OVERTAKEN);
        assertThat(given.index(id, "1").title()).isEqualTo("组织保障");
    }

    @Test
    void a_table_is_taken_row_by_row_and_taken_again_changes_nothing() {
        var table = excel(
                List.of("编号", "指标名称", "满分", "评分标准"),
                List.of("1", "组织领导", "30", "有机构、有计划、有考核"),
                List.of("2", "重点任务", "70", ""),
                List.of("2.1", "讲座", "40", "每少一场扣2分"),
                List.of("2.2", "展览", "30", ""));
        assertThat(taken(table)).isEqualTo(new ImportReport(4, 4, 0, 0, List.of()));
        assertThat(taken(table)).isEqualTo(new ImportReport(4, 0, 4, 0, List.of()));
        assertThat(given.evaluations.tree(id).faults()).isEmpty();
        assertThat(given.evaluations.tree(id).indices())
                .extracting(Index::number, Index::title, Index::full, Index::standard)
                .containsExactly(
                        tuple("1", "组织领导", "30", "有机构、有计划、有考核"),
                        tuple("2", "重点任务", "70", ""),
                        tuple("2.1", "讲座", "40", "每少一场扣2分"),
                        tuple("2.2", "展览", "30", ""));
        var changed = csv("编号,指标名称,满分,评分标准\n2.1,科普讲座,35,每少一场扣2分\n2.2,展览,30,\n");
        assertThat(taken(changed)).isEqualTo(new ImportReport(2, 1, 1, 0, List.of()));
        assertThat(given.evaluations.tree(id).faults())
                .containsExactly(new IndexTree.Fault(IndexTree.Kind.DO_NOT_ADD, "2", "65", "70"));
    }

    @Test
    void each_row_that_is_wrong_says_where_and_why_and_the_others_are_taken() {
        var report = taken(csv("""
                编号,指标名称,满分,评分标准
                1,组织领导,40,
                一,总体,10,
                1.1,,20,
                1.2,分工,二十,
                1.3,计划,100.5,
                1,再来一次,40,
                2.1,没有上级,10,
                1.2.1,上级那行有问题,5,
                3,%s,5,
                """.formatted("长".repeat(101))));
        assertThat(report.errors())
                .extracting(RowError::line, RowError::column, RowError::reason)
                .containsExactly(
                        tuple(3, "编号", "evaluation.index.number.wrong"),
                        tuple(4, "指标名称", "evaluation.index.title.missing"),
                        tuple(5, "满分", "evaluation.index.weight.wrong"),
                        tuple(6, "满分", "evaluation.index.weight.wrong"),
                        tuple(7, "编号", "evaluation.row.twice"),
                        tuple(8, "编号", "evaluation.row.nothing-above"),
                        tuple(9, "编号", "evaluation.row.nothing-above"),
                        tuple(10, "指标名称", "evaluation.index.title.long"));
        assertThat(List.of(report.read(), report.written(), report.unchanged(), report.rejected()))
                .containsExactly(9, 1, 0, 8);
        assertThat(given.evaluations.tree(id).indices())
                .extracting(Index::number)
                .containsExactly("1");
    }

    @Test
    void what_is_no_table_and_what_comes_too_late_changes_nothing() {
        assertThat(given.within(() -> given.importing.take(office(), id, new byte[0])))
                .isEqualTo(new IndexImport.Taken.Unreadable("region.sheet.empty"));
        given.indices(id);
        given.start(id);
        assertThat(given.within(() -> given.importing.take(office(), id, csv("编号,指标名称,满分\n9,新的,1\n"))))
                .isEqualTo(new IndexImport.Taken.Started());
        assertThat(given.evaluations.tree(id).indices()).hasSize(4);
    }

    private Edited change(Index index, String title) {
        return given.within(() -> given.editing.change(
                office(), id, index.id(), new IndexForm(index.number(), title, "100", "", index.version())));
    }

    private ImportReport taken(byte[] file) {
        return ((IndexImport.Taken.Report) given.within(() -> given.importing.take(office(), id, file))).report();
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @SafeVarargs
    private static byte[] excel(List<String>... rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Kepu", "1.0")) {
            var sheet = workbook.newWorksheet("指标");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    sheet.value(row, column, rows[row].get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
