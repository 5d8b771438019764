package org.kepu.paper.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kepu.paper.Chart;
import org.kepu.paper.Paper;
import org.kepu.paper.Table;

class BlocksTest {

    @Test
    void chinese_numbers_go_beyond_ten() {
        assertThat(List.of(1, 10, 11, 20, 21, 99, 100).stream().map(Numbering::chinese))
                .containsExactly("一", "十", "十一", "二十", "二十一", "九十九", "100");
    }

    @Test
    void headings_go_to_the_fourth_level_and_no_further() {
        var paper = Paper.titled("报告")
                .saying(a -> a.section(
                        "一",
                        b -> b.section("二", c -> c.section("三", d -> d.section("四", e -> e.section("五", f -> f))))));
        assertThatThrownBy(() -> Blocks.of(paper)).hasMessageContaining("fourth level");
    }

    @Test
    void the_date_stands_four_characters_from_the_edge_and_the_body_above_its_middle() {
        var signed = Paper.titled("通知").signed("盟科协", LocalDate.of(2026, 1, 5));
        var lines = Blocks.of(signed).stream()
                .filter(Block.Line.class::isInstance)
                .map(Block.Line.class::cast)
                .filter(line -> line.style() == Style.SIGNER)
                .toList();
        assertThat(lines.getLast()).isEqualTo(new Block.Line(Style.SIGNER, "2026年1月5日", 4));
        assertThat(lines.getFirst().rightIndent()).isEqualTo(5.5);
    }

    @Test
    void a_long_title_stands_in_lines_of_like_length_unless_its_author_broke_it() {
        assertThat(title("2026年度科普工作总结")).isEqualTo("2026年度科普工作总结");
        assertThat(title("锡林郭勒盟2026年度全民科学素质行动实施情况总结评估报告").lines()).hasSize(2).allMatch(line -> line.length() >= 13);
        assertThat(title("锡林郭勒盟2026年度全民科学素质行动\n实施情况总结评估报告").lines()).startsWith("锡林郭勒盟2026年度全民科学素质行动");
    }

    @Test
    void the_scale_of_a_chart_ends_on_round_numbers_and_shows_what_lies_below_nought() {
        assertThat(scale("146", "38")).isEqualTo("0 50 100 150");
        assertThat(scale("0.9", "0.35")).isEqualTo("0 0.2 0.4 0.6 0.8 1");
        assertThat(scale("0", "0")).isEqualTo("0 1");
        assertThat(scale("12", "-4")).isEqualTo("-5 0 5 10 15");
    }

    @Test
    void a_column_of_numbers_is_wide_enough_for_the_longest() {
        var table = new Table(
                "",
                List.of(Table.Column.number("序号", 1), Table.Column.text("名称", 99)),
                List.of(List.of("10,000,000", "活动")));
        var widths = Widths.of(table, 442);
        assertThat(widths[0]).isBetween(70.0, 80.0);
        assertThat(widths[0] + widths[1]).isEqualTo(442);
    }

    @Test
    void a_gap_in_a_chart_is_no_nought_in_its_table() {
        var chart = new Chart(
                Chart.Kind.LINES,
                "比例",
                "%",
                List.of("2024年"),
                List.of(new Chart.Series("全盟", List.of(Optional.empty()))));
        assertThat(chart.numbers().rows()).containsExactly(List.of("2024年", "—"));
    }

    private static String title(String title) {
        return Blocks.of(Paper.titled(title)).stream()
                .filter(Block.Line.class::isInstance)
                .map(Block.Line.class::cast)
                .filter(line -> line.style() == Style.TITLE)
                .findFirst()
                .orElseThrow()
                .words();
    }

    private static String scale(String one, String other) {
        var chart = new Chart(
                Chart.Kind.BARS,
                "数",
                "",
                List.of("甲", "乙"),
                List.of(Chart.Series.of("年", new BigDecimal(one), new BigDecimal(other))));
        return String.join(
                " ",
                Scale.of(chart).marks().stream().map(BigDecimal::toPlainString).toList());
    }
}
